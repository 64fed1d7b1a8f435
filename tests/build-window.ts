import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

/** The window is tested as it is built; the engine behind it runs from source. */
export function setup(): void {
  const build = join(import.meta.dirname, '..', 'scripts', 'build.mjs');
  execFileSync(process.execPath, [build, 'kernels', 'window'], { stdio: ['ignore', 'inherit', 'inherit'] });
}

import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

/** Tests run from source, so the kernels are compiled before the first of them. */
export function setup(): void {
  const build = join(import.meta.dirname, '..', 'scripts', 'build.mjs');
  execFileSync(process.execPath, [build, 'kernels'], { stdio: ['ignore', 'inherit', 'inherit'] });
}

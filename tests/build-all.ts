import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

/** Electron runs the program as it is built. */
export function setup(): void {
  const build = join(import.meta.dirname, '..', 'scripts', 'build.mjs');
  execFileSync(process.execPath, [build], { stdio: ['ignore', 'inherit', 'inherit'] });
}

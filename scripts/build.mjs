// Builds what the command line runs: the WebAssembly kernels, then the TypeScript, into dist/.
import { spawnSync } from 'node:child_process';
import { copyFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');
const bin = (name) => join(root, 'node_modules', '.bin', process.platform === 'win32' ? `${name}.cmd` : name);

function run(command, args) {
  const done = spawnSync(bin(command), args, {
    cwd: root,
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32',
  });
  if (done.status !== 0) process.exit(done.status ?? 1);
}

/** Kernels only: what tests that run from source need. */
export function buildKernels() {
  run('asc', ['--config', 'src-main/numerics/kernels/asconfig.json', '--target', 'release']);
}

export function buildAll() {
  rmSync(join(root, 'dist'), { recursive: true, force: true });
  buildKernels();
  run('tsc', ['-p', 'tsconfig.build.json']);
  const wasm = 'src-main/numerics/kernels/kernels.wasm';
  copyFileSync(join(root, wasm), join(root, 'dist', wasm));
}

if (process.argv[1] === import.meta.filename) {
  if (process.argv.includes('--kernels')) buildKernels();
  else buildAll();
}

// Builds what the command line runs: the WebAssembly kernels, then the TypeScript, into dist/.
// With --kernels only the kernels, and only when they are stale: what tests that run from source need.
import { spawnSync } from 'node:child_process';
import { copyFileSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');
const kernels = 'src-main/numerics/kernels';
const wasm = `${kernels}/kernels.wasm`;

function run(script, args) {
  const done = spawnSync(process.execPath, [join(root, 'node_modules', script), ...args], {
    cwd: root,
    stdio: ['ignore', 2, 2],
  });
  if (done.status !== 0) process.exit(done.status ?? 1);
}

const modified = (path) => statSync(join(root, path), { throwIfNoEntry: false })?.mtimeMs ?? 0;

function buildKernels() {
  const sources = readdirSync(join(root, kernels, 'assembly')).map((name) => `${kernels}/assembly/${name}`);
  const newest = Math.max(...[...sources, `${kernels}/asconfig.json`].map(modified));
  if (modified(wasm) >= newest) return;
  run('assemblyscript/bin/asc.js', ['--config', `${kernels}/asconfig.json`, '--target', 'release']);
}

buildKernels();
if (!process.argv.includes('--kernels')) {
  rmSync(join(root, 'dist'), { recursive: true, force: true });
  run('typescript/bin/tsc', ['-p', 'tsconfig.build.json']);
  copyFileSync(join(root, wasm), join(root, 'dist', wasm));
}

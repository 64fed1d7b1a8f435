// Builds what the application runs, into dist/: the WebAssembly kernels, the TypeScript of engine and shells, the
// window; each only when it is stale. Kernels, program and window can be named to build these alone: tests that run from
// source need no built program, and the command line needs no window.
import { spawnSync } from 'node:child_process';
import {
  copyFileSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
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

/** When a file, or anything in a folder, was last changed, added or removed. */
function modified(path) {
  const stat = statSync(join(root, path), { throwIfNoEntry: false });
  if (stat === undefined) return 0;
  if (!stat.isDirectory()) return stat.mtimeMs;
  const names = readdirSync(join(root, path)).filter((name) => !name.endsWith('.wasm'));
  return Math.max(stat.mtimeMs, ...names.map((name) => modified(join(path, name))));
}

/** Builds a part when one of its sources has changed since; the stamp beside the result remembers when that was. */
function whenStale(name, sources, build) {
  const stamp = join(root, 'dist', `.built-${name}`);
  const newest = String(Math.max(...sources.map(modified)));
  if (statSync(stamp, { throwIfNoEntry: false }) && readFileSync(stamp, 'utf8') === newest) return;
  process.stderr.write(`Building the ${name} ...\n`);
  build();
  writeFileSync(stamp, newest);
}

function buildKernels() {
  const sources = [`${kernels}/assembly`, `${kernels}/asconfig.json`];
  if (modified(wasm) >= Math.max(...sources.map(modified))) return;
  run('assemblyscript/bin/asc.js', ['--config', `${kernels}/asconfig.json`, '--target', 'release']);
}

/** Into a folder of its own that then takes the place of the one before: a host that is running never finds half of it. */
function replaceFolder(folder, build) {
  const target = join(root, 'dist', folder);
  const made = `${target}.${process.pid}`;
  process.once('exit', () => rmSync(made, { recursive: true, force: true }));
  build(made);
  rmSync(target, { recursive: true, force: true });
  renameSync(made, target);
}

const shared = ['src-shared', 'package-lock.json', 'tsconfig.json'];

function buildProgram() {
  whenStale('program', ['src-main', 'assets', 'tsconfig.build.json', ...shared], () => {
    for (const folder of ['src-main', 'src-shared', 'assets']) {
      rmSync(join(root, 'dist', folder), { recursive: true, force: true });
    }
    run('typescript/bin/tsc', ['-p', 'tsconfig.build.json']);
    copyFileSync(join(root, wasm), join(root, 'dist', wasm));
  });
}

function buildWindow() {
  whenStale('window', ['src-renderer', 'vite.config.ts', ...shared], () =>
    replaceFolder('src-renderer', (folder) =>
      run('vite/bin/vite.js', ['build', '--logLevel', 'warn', '--outDir', folder]),
    ),
  );
}

const parts = { kernels: buildKernels, program: buildProgram, window: buildWindow };
const wanted = process.argv.slice(2);
for (const [name, build] of Object.entries(parts)) {
  if (wanted.length === 0 || wanted.includes(name)) build();
}

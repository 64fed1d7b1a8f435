// What `npm run ...` starts: does the set-up that is missing or stale, then runs the command on the project's own Node.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync, realpathSync } from 'node:fs';
import { constants } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { start } from './start.mjs';

// Until its own Node is installed, this runs on any Node from 20.0 on, which has no import.meta.dirname yet.
const self = fileURLToPath(import.meta.url);
const root = join(self, '..', '..');
const windows = process.platform === 'win32';
const say = (text) => process.stderr.write(`${text}\n`);

function fail(message) {
  say(message);
  process.exit(1);
}

/** Dependencies are current when every package that the lock file wants here is installed in that version. */
function dependenciesAreCurrent() {
  const read = (file) => JSON.parse(readFileSync(join(root, file), 'utf8')).packages;
  try {
    const installed = read('node_modules/.package-lock.json');
    return Object.entries(read('package-lock.json')).every(
      ([path, wanted]) =>
        path === '' || wanted.optional || wanted.peer || installed[path]?.version === wanted.version,
    );
  } catch {
    return false;
  }
}

const ownNode = () => join(root, 'node_modules', 'node', 'bin', windows ? 'node.exe' : 'node');

function npm(...args) {
  const options = { cwd: root, stdio: ['ignore', 2, 2], shell: windows };
  const { status, error } = spawnSync('npm', [...args, '--loglevel=error'], options);
  if (error !== undefined) say(`npm cannot be started: ${error.message}`);
  return status === 0;
}

/**
 * Packages may not run scripts of their own (.npmrc), except "node", which fetches its program. Without that rule npm
 * calls node-gyp for better-sqlite3, which fails on machines without Python although everything is there already.
 */
function install() {
  if (!dependenciesAreCurrent()) {
    say('Installing dependencies (once, about a minute) ...');
    if (!npm('ci', '--no-audit', '--no-fund'))
      fail('Installing the dependencies failed: see above. Is the npm registry within reach?');
  }
  if (!existsSync(ownNode())) {
    npm('rebuild', 'node', '--ignore-scripts=false');
    if (!existsSync(ownNode())) fail('Installing Node failed: see above. Is the npm registry within reach?');
  }
}

function build(parts) {
  const script = join(root, 'scripts', 'build.mjs');
  const done = spawnSync(ownNode(), [script, ...parts], { cwd: root, stdio: ['ignore', 2, 2] });
  if (done.status !== 0) fail('The build failed: see above.');
}

/** Runs a command in the foreground and ends as it ends. Ctrl-C reaches it from the terminal; it decides what to do. */
function become(args) {
  const child = spawn(ownNode(), args, { stdio: 'inherit', cwd: process.env.INIT_CWD ?? process.cwd() });
  process.on('SIGINT', () => {});
  process.on('SIGTERM', () => child.kill('SIGTERM'));
  child.on('exit', (code, signal) => process.exit(code ?? 128 + (constants.signals[signal] ?? 0)));
}

const commands = {
  start: (args) => start(root, ownNode(), args),
  sparsight: (args) => become([join(root, 'dist', 'src-main', 'cli', 'main.js'), ...args]),
  test: (args) => become([join(root, 'scripts', 'test.mjs'), ...args]),
  'package-dir': (args) => become([join(root, 'scripts', 'package.mjs'), ...args]),
  bench: (args) => become([join(root, 'tests', 'bench', 'main.ts'), ...args]),
  'bench-detection': (args) => become([join(root, 'tests', 'bench', 'detection.ts'), ...args]),
};

/** What a command needs built: everything, unless it does without the window. */
function partsFor(command, args) {
  const windowless = command === 'sparsight' && args[0] !== 'serve';
  return windowless ? ['kernels', 'program'] : [];
}

export function run([command, ...args]) {
  if (!Object.hasOwn(commands, command)) fail(`Usage: run.mjs ${Object.keys(commands).join('|')} ...`);
  // Left alone, the C library of Linux keeps what it once lent in large blocks: an evaluation takes a tenth more memory.
  process.env.MALLOC_MMAP_THRESHOLD_ ??= '131072';
  install();
  build(partsFor(command, args));
  commands[command](args);
}

if (process.argv[1] !== undefined && realpathSync(process.argv[1]) === self) run(process.argv.slice(2));

// Opens the application: in Electron where it can be had and shown, otherwise in the browser, so that a newcomer
// always sees it.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const say = (text) => process.stderr.write(`${text}\n`);
const { platform } = process;

/** Seconds within which Electron that cannot run here at all has given up. */
const givesUpWithin = 10;

const programs = { darwin: 'Electron.app/Contents/MacOS/Electron', win32: 'electron.exe' };

/** Where Electron's program lies or would lie. */
function electronIn(root) {
  const folder = process.env.ELECTRON_OVERRIDE_DIST_PATH ?? join(root, 'node_modules', 'electron', 'dist');
  return join(folder, programs[platform] ?? 'electron');
}

/** Tried once for each version: where its host cannot be reached, every start would wait for it in vain. */
function fetchElectron(root, node) {
  const { version } = JSON.parse(
    readFileSync(join(root, 'node_modules', 'electron', 'package.json'), 'utf8'),
  );
  const tried = join(root, '.cache', `electron-${version}-not-reachable`);
  if (process.env.ELECTRON_SKIP_BINARY_DOWNLOAD !== undefined || existsSync(tried)) return;
  say('Fetching Electron (once, about 120 MB) ...');
  const options = { cwd: root, stdio: ['ignore', 'ignore', 'ignore'], timeout: 300_000 };
  const { status } = spawnSync(node, [join(root, 'node_modules', 'electron', 'install.js')], options);
  if (status === 0) return;
  mkdirSync(join(root, '.cache'), { recursive: true });
  writeFileSync(tried, 'Delete this file to try again.\n');
}

/** Why the application cannot be shown in Electron, or nothing. */
function whyNoElectron(root, node) {
  if (platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY)
    return 'There is no display here';
  if (!existsSync(electronIn(root))) fetchElectron(root, node);
  return existsSync(electronIn(root)) ? undefined : 'Electron cannot be fetched here';
}

/**
 * @param root the project's folder
 * @param node the Node to run the browser host on
 * @param args what follows `npm start --`
 */
export function start(root, node, args) {
  const why = whyNoElectron(root, node);
  if (why === undefined) startElectron(root, node, args);
  else startBrowserHost(root, node, args, why);
}

function startElectron(root, node, args) {
  // Chromium does not run its outer sandbox for root, as in containers; the window's own holds all the same.
  const asRoot = platform === 'linux' && process.getuid() === 0 ? ['--no-sandbox'] : [];
  const began = Date.now();
  const child = spawn(electronIn(root), [...asRoot, root, ...args], { stdio: 'inherit', cwd: folder() });
  const stop = forward(child);
  child.on('error', () => startBrowserHost(root, node, args, 'Electron cannot be started here'));
  child.on('exit', (code) => {
    stop();
    const ranShortly = Date.now() - began < givesUpWithin * 1000;
    if (code !== 0 && ranShortly) startBrowserHost(root, node, args, 'Electron does not run here');
    else process.exit(code ?? 1);
  });
}

function startBrowserHost(root, node, args, why) {
  say(`${why}, so Sparsight opens in the browser instead.`);
  const project = args.find((argument) => argument.endsWith('.sparsight'));
  const serve = [join(root, 'dist', 'src-main', 'cli', 'main.js'), 'serve'];
  if (project !== undefined) serve.push('--project', project);
  const child = spawn(node, serve, { stdio: ['inherit', 'pipe', 'inherit'], cwd: folder() });
  forward(child);
  child.stdout.setEncoding('utf8').once('data', openInBrowser);
  child.stdout.pipe(process.stdout);
  child.on('exit', (code) => process.exit(code ?? 1));
}

/** Best effort: the address is on the terminal for whoever has no browser that opens by itself. */
function openInBrowser(text) {
  const [address] = text.split('\n');
  const hasDisplay = platform !== 'linux' || process.env.DISPLAY || process.env.WAYLAND_DISPLAY;
  if (!hasDisplay) return;
  const [program, ...parameters] = { darwin: ['open'], win32: ['explorer.exe'] }[platform] ?? ['xdg-open'];
  spawn(program, [...parameters, address], { stdio: 'ignore', detached: true })
    .on('error', () => {})
    .unref();
}

const folder = () => process.env.INIT_CWD ?? process.cwd();

/** Ctrl-C reaches the child from the terminal; it decides what to do. */
function forward(child) {
  const ignore = () => {};
  const end = () => child.kill('SIGTERM');
  process.on('SIGINT', ignore);
  process.on('SIGTERM', end);
  return () => {
    process.off('SIGINT', ignore);
    process.off('SIGTERM', end);
  };
}

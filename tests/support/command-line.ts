import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..', '..');
const entry = join(root, 'src-main', 'cli', 'main.ts');
/** Every test starts a process: none needs to compile what another has compiled. */
const compileCache = join(root, '.cache', 'compiled');

export interface CommandRun {
  /** null when a signal ended the process. */
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunningCommand {
  readonly process: ChildProcess;
  readonly finished: Promise<CommandRun>;
  /** Resolves once stderr holds this text; rejects when the command ends without it. */
  saysOnStderr(text: string): Promise<void>;
}

/**
 * Starts the command line from source as a process of its own.
 *
 * @param folder where it is started: what relative paths are relative to
 * @param prefix a program that starts it in turn, with its arguments
 */
export function startSparsight(
  args: readonly string[],
  folder = process.cwd(),
  prefix: readonly string[] = [],
): RunningCommand {
  const [program = process.execPath, ...rest] = [...prefix, process.execPath, entry, ...args];
  const child = spawn(program, rest, {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, NO_COLOR: '1', NODE_COMPILE_CACHE: compileCache },
  });
  let stdout = '';
  let stderr = '';
  const listeners = new Set<() => void>();
  child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text;
    for (const listen of listeners) listen();
  });
  const finished = new Promise<CommandRun>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, stdout, stderr }));
  });
  return {
    process: child,
    finished,
    saysOnStderr: (text) =>
      new Promise((resolve, reject) => {
        const listen = () => {
          if (stderr.includes(text)) resolve();
        };
        listeners.add(listen);
        listen();
        void finished.then((run) => reject(new Error(`ended without "${text}": ${run.stderr}`)));
      }),
  };
}

/** Runs the command line to its end. */
export function sparsight(
  args: readonly string[],
  folder?: string,
  prefix?: readonly string[],
): Promise<CommandRun> {
  return startSparsight(args, folder, prefix).finished;
}

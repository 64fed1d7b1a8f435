import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import type { Readable } from 'node:stream';

const program = '/usr/bin/Xvfb';

/** A display that a window can be shown on, and how to be rid of it. */
export interface Display {
  readonly name: string;
  close(): void;
}

export const canHaveDisplay =
  process.platform !== 'linux' || process.env.DISPLAY !== undefined || existsSync(program);

/** The display of this machine, or else one in memory. */
export async function openDisplay(): Promise<Display> {
  const here = process.env.DISPLAY;
  if (process.platform !== 'linux' || here !== undefined) return { name: here ?? '', close: () => undefined };
  // It finds a free number itself and says which on the third pipe.
  const server = spawn(program, ['-displayfd', '3', '-screen', '0', '1920x1200x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  return { name: `:${await numberFrom(server)}`, close: () => server.kill() };
}

function numberFrom(server: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.once('exit', (code) => reject(new Error(`Xvfb ended with ${code ?? 'a signal'}.`)));
    const pipe = server.stdio[3] as Readable;
    pipe.once('data', (chunk: Buffer) => resolve(chunk.toString().trim()));
  });
}

import { spawn } from 'node:child_process';
import { join } from 'node:path';

const commandLine = join(import.meta.dirname, '..', '..', 'dist', 'src-main', 'cli', 'main.js');

/**
 * Runs a program to its end and parses what it prints.
 *
 * @throws Error with what it said when it fails
 */
export async function runJson<Document>(program: string, args: readonly string[]): Promise<Document> {
  const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  let complaints = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (output += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (complaints += text));
  const code = await new Promise<number | null>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', resolve);
  });
  if (code !== 0)
    throw new Error(`${program} ${args.join(' ')} ended with ${code}:\n${complaints.slice(-2000)}`);
  return JSON.parse(output) as Document;
}

/** Runs the built command line in a process of its own. */
export function sparsight<Document>(...args: string[]): Promise<Document> {
  return runJson(process.execPath, [commandLine, ...args, '--json']);
}

/** The value in the middle: the one measurement that other work on the machine disturbs least. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[sorted.length >> 1]!;
}

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { dirname, join } from 'node:path';
import { afterEach } from 'vitest';

const program = join(import.meta.dirname, 'train-and-inspect.ts');
const running = new Set<Killable>();

afterEach(async () => {
  await Promise.all([...running].map((killable) => killable.kill()));
});

/** A program that trains and inspects without end, in a process of its own that is there to be killed. */
export class Killable {
  readonly #child;
  readonly #closed;
  #output = '';
  #wake: () => void = () => undefined;

  /** Loads the engine already; touches the project only from `go` on. */
  constructor(project: string, good: string, parts: string, seed: number) {
    this.#child = spawn(process.execPath, [program, project, good, parts, `${seed}`], {
      stdio: ['pipe', 'pipe', 'inherit'],
      env: { ...process.env, NODE_COMPILE_CACHE: join(dirname(parts), 'compile-cache') },
    });
    this.#child.stdin.on('error', () => undefined);
    this.#child.stdout.on('data', (chunk: Buffer) => {
      this.#output += chunk.toString();
      this.#wake();
    });
    this.#closed = once(this.#child, 'close').then(() => this.#wake());
    running.add(this);
  }

  /** What it has said so far, line by line. */
  get lines(): string[] {
    return this.#output.split('\n').slice(0, -1);
  }

  /** Waits until it has said something. */
  async said(what: (lines: string[]) => boolean): Promise<void> {
    while (!what(this.lines)) {
      if (this.#child.exitCode !== null) throw new Error(`The program ended by itself: ${this.#output}`);
      await new Promise<void>((resolve) => (this.#wake = resolve));
    }
  }

  async go(): Promise<void> {
    await this.said((lines) => lines.includes('ready'));
    this.#child.stdin.write('go\n');
  }

  async kill(): Promise<void> {
    this.#child.kill('SIGKILL');
    await this.#closed;
    running.delete(this);
  }
}

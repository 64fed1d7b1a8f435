import type { JobProgress } from '../../../src-shared/contract/job.ts';
import { createProgressBoard, readProgress } from '../workers/progress-board.ts';
import type { ProgressBoard } from '../workers/progress-board.ts';
import { JobChannel } from './job-channel.ts';
import { ProgressMeter } from './progress-meter.ts';

/** Milliseconds between two looks at what a thread has written. */
const interval = 100;

/** How far work is that is no job: told to whoever asks for it by the name that its caller gave it. */
export class NamedProgress {
  readonly #channels = new Map<string, JobChannel>();
  readonly #running = new Set<string>();

  /** Lets work write how far it is, and ends what its listeners are told when it ends. @param name undefined for nobody */
  async during<Value>(
    name: string | undefined,
    work: (board: ProgressBoard) => Promise<Value>,
  ): Promise<Value> {
    const board = createProgressBoard();
    if (name === undefined) return work(board);
    const channel = this.#channelOf(name);
    const meter = new ProgressMeter(
      (progress) => channel.publish({ type: 'progress', progress }),
      () => performance.now(),
    );
    let seen = { turn: 0, done: 0 };
    const look = () => {
      // The newest stage again, as it goes on, and how those ended that have passed since.
      for (const { stage, turn, done, total } of readProgress(board)) {
        if (turn < seen.turn || (turn === seen.turn && done === seen.done)) continue;
        seen = { turn, done };
        meter.update(stage, done, total);
      }
    };
    const timer = setInterval(look, interval);
    this.#running.add(name);
    try {
      return await work(board);
    } finally {
      clearInterval(timer);
      look();
      channel.publish({ type: 'done', outcome: null });
      this.#running.delete(name);
      this.#channels.delete(name);
    }
  }

  /** May be asked for before the work begins. */
  async *events(name: string, signal: AbortSignal | undefined): AsyncGenerator<JobProgress, void, void> {
    const channel = this.#channelOf(name);
    try {
      for await (const event of channel.events(signal)) {
        if (event.type === 'progress') yield event.progress;
      }
    } finally {
      // Nobody begins what nobody listens to any more.
      if (!this.#running.has(name)) this.#channels.delete(name);
    }
  }

  #channelOf(name: string): JobChannel {
    const channel = this.#channels.get(name) ?? new JobChannel();
    this.#channels.set(name, channel);
    return channel;
  }
}

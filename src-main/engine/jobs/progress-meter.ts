import type { JobProgress, Stage } from '../../../src-shared/contract/job.ts';

/** Milliseconds between two reports of the same stage: fast enough for an eye, slow enough for a pipe. */
const interval = 100;

/**
 * Turns counts into progress with a rate and the time left. The first and the last count of a stage are always
 * reported, those between at most ten times a second.
 */
export class ProgressMeter {
  readonly #report: (progress: JobProgress) => void;
  readonly #clock: () => number;
  #stage: Stage | null = null;
  #stageStart = 0;
  #lastReport = 0;

  /** @param clock milliseconds from any origin, never going back */
  constructor(report: (progress: JobProgress) => void, clock: () => number) {
    this.#report = report;
    this.#clock = clock;
  }

  update(stage: Stage, done: number, total: number): void {
    const now = this.#clock();
    const isNew = stage !== this.#stage;
    if (isNew) {
      this.#stage = stage;
      this.#stageStart = now;
    } else if (done < total && now - this.#lastReport < interval) {
      return;
    }
    this.#lastReport = now;
    const seconds = (now - this.#stageStart) / 1000;
    const rate = done > 0 && seconds > 0 ? done / seconds : null;
    this.#report({ stage, done, total, rate, secondsLeft: rate === null ? null : (total - done) / rate });
  }
}

import { noteRunSeconds } from '../../storage/records/runs.ts';
import type { Environment } from './environment.ts';

/** Milliseconds between two notes in the project file: so much is lost of a run that a crash interrupts. */
const noteInterval = 1000;

/** The time that was worked on a run, in all sessions together. */
export class WorkingTime {
  readonly #environment: Environment;
  readonly #runId: number;
  readonly #before: number;
  readonly #start = performance.now();
  #noted = performance.now();

  /** @param before seconds that earlier sessions worked on it */
  constructor(environment: Environment, runId: number, before: number) {
    this.#environment = environment;
    this.#runId = runId;
    this.#before = before;
  }

  /** Seconds of this session alone. */
  get now(): number {
    return (performance.now() - this.#start) / 1000;
  }

  get total(): number {
    return this.#before + this.now;
  }

  /** Keeps it in the project file now and then. */
  note(): void {
    if (performance.now() - this.#noted < noteInterval) return;
    this.#noted = performance.now();
    noteRunSeconds(this.#environment.project, this.#runId, this.total);
  }
}

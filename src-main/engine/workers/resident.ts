import type { ArenaMark, Kernels } from '../../numerics/kernels/kernels.ts';

/**
 * What a worker keeps ready between tasks, such as a loaded model, at the bottom of the kernels' arena. Everything kept
 * belongs to one owner (a model, or a training under way); when another asks, all of it makes room.
 */
export class Resident {
  readonly #kernels: Kernels;
  readonly #floor: ArenaMark;
  readonly #kept = new Map<string, unknown>();
  #owner: string | null = null;

  constructor(kernels: Kernels) {
    this.#kernels = kernels;
    this.#floor = kernels.mark();
  }

  /** What the owner keeps under a name, loaded the first time; only to be called while nothing else is allocated. */
  get<Value>(owner: string, name: string, load: () => Value): Value {
    if (this.#owner !== owner) {
      this.#kept.clear();
      this.#kernels.release(this.#floor);
      this.#owner = owner;
    }
    if (!this.#kept.has(name)) this.#kept.set(name, load());
    return this.#kept.get(name) as Value;
  }
}

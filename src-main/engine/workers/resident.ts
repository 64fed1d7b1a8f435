import type { ArenaMark, Kernels } from '../../numerics/kernels/kernels.ts';

/**
 * What a worker keeps ready between tasks, such as a loaded model: one thing at a time, at the bottom of the kernels'
 * arena, replaced when another is asked for.
 */
export class Resident {
  readonly #kernels: Kernels;
  readonly #floor: ArenaMark;
  #key: string | null = null;
  #value: unknown = null;

  constructor(kernels: Kernels) {
    this.#kernels = kernels;
    this.#floor = kernels.mark();
  }

  get<Value>(key: string, load: () => Value): Value {
    if (this.#key !== key) {
      this.#key = null;
      this.#kernels.release(this.#floor);
      this.#value = load();
      this.#key = key;
    }
    return this.#value as Value;
  }
}

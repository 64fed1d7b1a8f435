import type { CodedGround } from './dictionary-source.ts';

/** Pictures with their dictionaries, a few: what lets a slider move without learning anew. */
export class GroundMemory {
  readonly #grounds = new Map<string, CodedGround>();
  readonly #most: number;

  constructor(most = 6) {
    this.#most = most;
  }

  get(key: string): CodedGround | null {
    return this.#grounds.get(key) ?? null;
  }

  /** Forgets the oldest where there are too many. */
  keep(key: string, ground: CodedGround): void {
    this.#grounds.delete(key);
    this.#grounds.set(key, ground);
    for (const oldest of this.#grounds.keys()) {
      if (this.#grounds.size <= this.#most) break;
      this.#grounds.delete(oldest);
    }
  }
}

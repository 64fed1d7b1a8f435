import { tileKey } from './tiles.ts';
import type { Tile } from './tiles.ts';

export type LoadTile = (tile: Tile, signal: AbortSignal) => Promise<ImageBitmap>;

export interface TileStoreOptions {
  readonly load: LoadTile;
  /** A tile has arrived. */
  readonly onArrival: () => void;
  /** A tile cannot be had; told once, since the others will fail likewise. */
  readonly onProblem: (error: unknown) => void;
  /**
   * Tiles that are under way at the same time.
   * @default 4
   */
  readonly atOnce?: number;
  /**
   * Tiles that are kept: the ones used last.
   * @default 200
   */
  readonly kept?: number;
}

/** The tiles of one picture: those that are wanted now are loaded in the order asked for, those wanted last are kept. */
export class TileStore {
  readonly #options: Required<TileStoreOptions>;
  /** In the order of their last use, which a Map keeps as the order of its keys. */
  readonly #tiles = new Map<string, ImageBitmap>();
  readonly #underWay = new Map<string, AbortController>();
  #wanted: readonly Tile[] = [];
  #isOver = false;

  constructor(options: TileStoreOptions) {
    this.#options = { atOnce: 4, kept: 200, ...options };
  }

  get(tile: Tile): ImageBitmap | undefined {
    return this.#tiles.get(tileKey(tile));
  }

  /** Asks for tiles, most urgent first; what was asked for before and is not now is given up. */
  want(tiles: readonly Tile[]): void {
    this.#wanted = tiles;
    const keys = new Set(tiles.map(tileKey));
    for (const [key, controller] of this.#underWay) if (!keys.has(key)) controller.abort();
    for (const key of keys) this.#touch(key);
    this.#next();
  }

  dispose(): void {
    this.#isOver = true;
    for (const controller of this.#underWay.values()) controller.abort();
    for (const bitmap of this.#tiles.values()) bitmap.close();
    this.#tiles.clear();
  }

  #next(): void {
    for (const tile of this.#wanted) {
      if (this.#isOver || this.#underWay.size >= this.#options.atOnce) return;
      const key = tileKey(tile);
      if (!this.#tiles.has(key) && !this.#underWay.has(key)) void this.#load(tile, key);
    }
  }

  async #load(tile: Tile, key: string): Promise<void> {
    const controller = new AbortController();
    this.#underWay.set(key, controller);
    try {
      const bitmap = await this.#options.load(tile, controller.signal);
      if (this.#isOver) {
        bitmap.close();
        return;
      }
      this.#tiles.set(key, bitmap);
      this.#forgetOldest();
      this.#options.onArrival();
    } catch (error) {
      if (!controller.signal.aborted && !this.#isOver) {
        this.#isOver = true;
        this.#options.onProblem(error);
      }
    } finally {
      this.#underWay.delete(key);
      this.#next();
    }
  }

  #touch(key: string): void {
    const bitmap = this.#tiles.get(key);
    if (bitmap === undefined) return;
    this.#tiles.delete(key);
    this.#tiles.set(key, bitmap);
  }

  #forgetOldest(): void {
    const wanted = new Set(this.#wanted.map(tileKey));
    for (const [key, bitmap] of this.#tiles) {
      if (this.#tiles.size <= this.#options.kept) return;
      if (wanted.has(key)) continue;
      this.#tiles.delete(key);
      bitmap.close();
    }
  }
}

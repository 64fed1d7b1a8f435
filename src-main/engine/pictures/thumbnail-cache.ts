import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pruneFolder } from './prune-folder.ts';

let written = 0;

/** Bytes: the thumbnails of some two hundred thousand images. */
const defaultMost = 2 ** 30;
/** Of the bound; so much has been written since when it is looked whether it is passed. */
const lookAfter = 0.05;

/**
 * Thumbnails on disk, by the contents of the image and the side of the square: they never go out of date. All together
 * stay within a bound; the oldest go first.
 */
export class ThumbnailCache {
  readonly #folder: string;
  readonly #most: number;
  /** Unknown at first: what earlier sessions wrote is counted with the first thumbnail. */
  #unseen = Infinity;
  #pruning: Promise<unknown> | null = null;

  /** @param most bytes that all thumbnails may take together */
  constructor(cacheFolder: string, most = defaultMost) {
    this.#folder = join(cacheFolder, 'thumbnails');
    this.#most = most;
  }

  async read(sha256: string, side: number): Promise<Uint8Array<ArrayBuffer> | undefined> {
    try {
      return await readFile(this.#file(sha256, side));
    } catch {
      // Not there, or not to be read: it is made anew.
      return undefined;
    }
  }

  /** Writes a thumbnail whole or not at all. What is lost in a power cut is made anew, so nothing waits for the disk. */
  async write(sha256: string, side: number, webp: Uint8Array): Promise<void> {
    const file = this.#file(sha256, side);
    const unfinished = `${file}.${process.pid}-${++written}.tmp`;
    try {
      await mkdir(dirname(file), { recursive: true });
      await writeFile(unfinished, webp);
      await rename(unfinished, file);
    } catch (cause) {
      await rm(unfinished, { force: true });
      throw cause;
    }
    this.#unseen += webp.length;
    if (this.#unseen > this.#most * lookAfter) this.#prune();
  }

  /** Beside everything else: nobody waits for it, and a folder that cannot be cleared now is cleared another time. */
  #prune(): void {
    if (this.#pruning !== null) return;
    this.#unseen = 0;
    this.#pruning = pruneFolder(this.#folder, this.#most)
      .catch(() => undefined)
      .finally(() => (this.#pruning = null));
  }

  /** Spread over folders, since some file systems become slow when one holds many thousands of files. */
  #file(sha256: string, side: number): string {
    return join(this.#folder, sha256.slice(0, 2), `${sha256}-${side}.webp`);
  }
}

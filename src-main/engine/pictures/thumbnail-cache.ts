import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

let written = 0;

/** Thumbnails on disk, by the contents of the image and the side of the square: they never go out of date. */
export class ThumbnailCache {
  readonly #folder: string;

  constructor(cacheFolder: string) {
    this.#folder = join(cacheFolder, 'thumbnails');
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
  }

  /** Spread over folders, since some file systems become slow when one holds many thousands of files. */
  #file(sha256: string, side: number): string {
    return join(this.#folder, sha256.slice(0, 2), `${sha256}-${side}.webp`);
  }
}

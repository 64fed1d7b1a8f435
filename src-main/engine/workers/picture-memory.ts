import type { PicturePyramid } from '../../imaging/pictures/picture-pyramid.ts';

/** Decoded pictures, the most recently used ones; each is decoded once, however many ask at the same time. */
export class PictureMemory {
  readonly #bytes: number;
  /** The least recently used first. */
  readonly #pictures = new Map<string, Promise<PicturePyramid>>();
  readonly #sizes = new Map<string, number>();

  /** @param bytes what all pictures may take together; one that alone takes more is kept alone */
  constructor(bytes: number) {
    this.#bytes = bytes;
  }

  async get(key: string, decode: () => Promise<PicturePyramid>): Promise<PicturePyramid> {
    const known = this.#pictures.get(key);
    this.#pictures.delete(key);
    const picture = known ?? decode();
    this.#pictures.set(key, picture);
    if (known !== undefined) return known;
    try {
      const decoded = await picture;
      if (this.#pictures.get(key) === picture) this.#sizes.set(key, decoded.bytes);
      this.#makeRoom(key);
      return decoded;
    } catch (thrown) {
      this.#forget(key);
      throw thrown;
    }
  }

  #makeRoom(newest: string): void {
    for (const key of this.#pictures.keys()) {
      const total = [...this.#sizes.values()].reduce((sum, bytes) => sum + bytes, 0);
      if (total <= this.#bytes) return;
      if (key !== newest) this.#forget(key);
    }
  }

  #forget(key: string): void {
    this.#pictures.delete(key);
    this.#sizes.delete(key);
  }
}

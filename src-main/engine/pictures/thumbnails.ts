import type { Logger } from 'pino';
import type { OpenProject } from '../../storage/open-project.ts';
import { resolveImagePath } from '../../storage/records/image-location.ts';
import type { ImageRecord } from '../../storage/records/images.ts';
import type { PictureThread } from '../workers/picture-thread.ts';
import { ThumbnailCache } from './thumbnail-cache.ts';

/** Pixels: the side of the thumbnails that are made while importing, so that whoever asks for it finds them. */
export const importedThumbnailSide = 192;

/** Small pictures of images, from the cache or made when they are asked for. */
export class Thumbnails {
  readonly #thread: PictureThread;
  readonly #cache: ThumbnailCache | null;
  readonly #log: Logger;

  /** @param cacheFolder null makes each anew */
  constructor(thread: PictureThread, cacheFolder: string | null, log: Logger) {
    this.#thread = thread;
    this.#cache = cacheFolder === null ? null : new ThumbnailCache(cacheFolder);
    this.#log = log;
  }

  /**
   * A WebP file.
   *
   * @throws SparsightError 'image.missing', 'image.changed', 'image.unreadable' and its like, 'job.cancelled'
   */
  async get(
    project: OpenProject,
    image: ImageRecord,
    side: number,
    signal?: AbortSignal,
  ): Promise<Uint8Array<ArrayBuffer>> {
    const { sha256 } = image;
    const cached = await this.cached(image, side);
    if (cached !== undefined) return cached;
    const path = resolveImagePath(project, image);
    const webp = await this.#thread.run('thumbnail', { path, sha256, side }, signal);
    if (sha256 !== '') await this.keep(sha256, side, webp);
    return Uint8Array.from(webp);
  }

  /** A WebP file that was made before; makes none. */
  async cached(
    { sha256 }: Pick<ImageRecord, 'sha256'>,
    side: number,
  ): Promise<Uint8Array<ArrayBuffer> | undefined> {
    return sha256 === '' ? undefined : await this.#cache?.read(sha256, side);
  }

  /** Keeps a thumbnail for later. The cache is a convenience: a full disk there fails nothing. */
  async keep(sha256: string, side: number, webp: Uint8Array): Promise<void> {
    await this.#cache?.write(sha256, side, webp).catch((error: unknown) => {
      this.#log.warn({ err: error }, 'a thumbnail could not be kept');
    });
  }
}

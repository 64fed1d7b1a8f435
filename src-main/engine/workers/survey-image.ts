import { SparsightError } from '../../../src-shared/errors/sparsight-error.ts';
import { readImageFile } from '../../imaging/decode/read-image-file.ts';
import { makeThumbnail } from '../../imaging/pictures/thumbnail.ts';
import { ThumbnailCache } from '../pictures/thumbnail-cache.ts';
import { task } from './reply.ts';
import type { ImageFacts } from './worker.ts';

export interface SurveyedImage {
  /** Null when the file could not even be read. */
  readonly contents: Pick<ImageFacts, 'sha256' | 'sizeBytes'> | null;
  /** Null when it is no picture that can be decoded. */
  readonly picture: Pick<ImageFacts, 'width' | 'height' | 'bitDepth'> | null;
  /** Why not. */
  readonly problem: string | null;
}

/**
 * Reads a file and says what it is; making its thumbnail also proves that it can be decoded. What is wrong with a file
 * is part of the answer.
 *
 * @param cacheFolder where the thumbnail is kept; null keeps none
 */
export const surveyImage = task(
  async ({
    path,
    side,
    cacheFolder,
  }: {
    path: string;
    side: number;
    cacheFolder: string | null;
  }): Promise<SurveyedImage> => {
    let contents: SurveyedImage['contents'] = null;
    try {
      const file = await readImageFile(path);
      contents = { sha256: file.sha256, sizeBytes: file.sizeBytes };
      const { webp, width, height, bitDepth } = await makeThumbnail(file, side);
      // The cache is a convenience: a full disk there is no fault of the image.
      if (cacheFolder !== null) {
        await new ThumbnailCache(cacheFolder).write(file.sha256, side, webp).catch(() => undefined);
      }
      return { contents, picture: { width, height, bitDepth }, problem: null };
    } catch (thrown) {
      if (!(thrown instanceof SparsightError)) throw thrown;
      return { contents, picture: null, problem: thrown.message };
    }
  },
);

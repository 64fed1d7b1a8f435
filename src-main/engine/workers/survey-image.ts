import { SparsightError } from '../../../src-shared/errors/sparsight-error.ts';
import type { Happening } from '../../../src-shared/errors/word-error.ts';
import { readImageFile } from '../../imaging/decode/read-image-file.ts';
import { makeThumbnail } from '../../imaging/pictures/thumbnail.ts';
import { task } from './reply.ts';
import type { ImageFacts } from './worker.ts';

export interface SurveyedImage {
  /** Null when the file could not even be read. */
  readonly contents: Pick<ImageFacts, 'sha256' | 'sizeBytes'> | null;
  /** Null when it is no picture that can be decoded. */
  readonly picture: Pick<ImageFacts, 'width' | 'height' | 'bitDepth'> | null;
  /** The picture made small, as a WebP file. */
  readonly thumbnail: Uint8Array | null;
  /** Why it is none. */
  readonly problem: Happening | null;
}

/**
 * Reads a file and says what it is; making its thumbnail also proves that it can be decoded. What is wrong with a file
 * is part of the answer.
 */
export const surveyImage = task(
  async ({ path, side }: { path: string; side: number }): Promise<SurveyedImage> => {
    let contents: SurveyedImage['contents'] = null;
    try {
      const file = await readImageFile(path);
      contents = { sha256: file.sha256, sizeBytes: file.sizeBytes };
      const { webp, ...picture } = await makeThumbnail(file, side);
      return { contents, picture, thumbnail: webp, problem: null };
    } catch (thrown) {
      if (!(thrown instanceof SparsightError)) throw thrown;
      const { message, reasons } = thrown;
      return { contents, picture: null, thumbnail: null, problem: { message, reasons } };
    }
  },
);

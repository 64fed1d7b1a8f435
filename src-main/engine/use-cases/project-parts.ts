import { reasonedError } from '../../../src-shared/errors/reasoned-error.ts';
import { SparsightError } from '../../../src-shared/errors/sparsight-error.ts';
import type { OpenProject } from '../../storage/open-project.ts';
import { resolveImagePath } from '../../storage/records/image-location.ts';
import { goodImages } from '../../storage/records/image-queries.ts';
import { imagesById } from '../../storage/records/images.ts';
import type { ImageRecord } from '../../storage/records/images.ts';
import type { JobContext } from '../jobs/job-queue.ts';
import { splitGoodParts } from './kept-for-testing.ts';

/** The project's images labelled good that are not kept for testing, by name. */
export function goodImageIds(project: OpenProject): number[] {
  const { learn } = splitGoodParts(goodImages(project));
  if (learn.length > 0) return learn.map(({ id }) => id);
  throw reasonedError('input.too-few', 'parts.none-labelled', {});
}

/**
 * Where images of the project lie now, in the order of their ids. What is gone is warned of and left out; a file that has
 * been replaced is taken as it is now.
 */
export function imagePaths(project: OpenProject, job: JobContext, ids: readonly number[]): string[] {
  const images = inBatches(ids, (batch) => imagesById(project, batch));
  return ids.flatMap((id) => {
    const image = images.get(id);
    if (image === undefined) {
      job.warn(reasonedError('image.missing', 'image.unknown', { image: id }).details());
      return [];
    }
    try {
      return [resolveImagePath(project, image)];
    } catch (thrown) {
      if (!(thrown instanceof SparsightError)) throw thrown;
      if (thrown.code === 'image.changed' && thrown.path !== undefined) return [thrown.path];
      job.warn(thrown.details());
      return [];
    }
  });
}

/** SQLite takes so many parameters in one query, and not many more. */
const batchSize = 10_000;

function inBatches(
  ids: readonly number[],
  find: (batch: readonly number[]) => Map<number, ImageRecord>,
): Map<number, ImageRecord> {
  const found = new Map<number, ImageRecord>();
  for (let first = 0; first < ids.length; first += batchSize) {
    for (const [id, image] of find(ids.slice(first, first + batchSize))) found.set(id, image);
  }
  return found;
}

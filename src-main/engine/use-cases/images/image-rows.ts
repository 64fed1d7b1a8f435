import { stat } from 'node:fs/promises';
import type { ImageRow } from '../../../../src-shared/contract/images.ts';
import type { OpenProject } from '../../../storage/open-project.ts';
import { imageLocations } from '../../../storage/records/image-location.ts';
import type { ListedImage } from '../../../storage/records/image-queries.ts';
import { problemOf } from '../../../storage/records/images.ts';

/** Images as a list shows them. Their files are looked for now, so only those of a page are to be given. */
export function imageRows(project: OpenProject, images: readonly ListedImage[]): Promise<ImageRow[]> {
  return Promise.all(images.map((image) => imageRow(project, image)));
}

export async function imageRow(project: OpenProject, image: ListedImage): Promise<ImageRow> {
  const { id, name, path, label, width, height, bitDepth, sizeBytes, sha256, addedAt } = image;
  const problem = problemOf(project, image);
  const isThere = await anyIsFile(imageLocations(project, image));
  return {
    ...{ id, name, path, label, width, height, bitDepth, sizeBytes, sha256, addedAt, problem },
    state: !isThere ? 'missing' : problem === null ? 'ok' : 'unreadable',
    duplicateOf: image.duplicateOf,
  };
}

async function anyIsFile(paths: readonly string[]): Promise<boolean> {
  for (const path of paths) {
    try {
      if ((await stat(path)).isFile()) return true;
    } catch {
      // Not there, or not to be reached: for the person, that is the same.
    }
  }
  return false;
}

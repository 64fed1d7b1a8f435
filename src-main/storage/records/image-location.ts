import { statSync } from 'node:fs';
import { dirname, isAbsolute, join, relative, sep } from 'node:path';
import { reasonedError } from '../../../src-shared/errors/reasoned-error.ts';
import type { OpenProject } from '../open-project.ts';
import type { ImageRecord } from './images.ts';

/** The way from the project's folder to an image, with forward slashes; null when there is none (another drive). */
export function relativePathOf(project: OpenProject, imagePath: string): string | null {
  const way = relative(dirname(project.path), imagePath);
  return isAbsolute(way) ? null : way.split(sep).join('/');
}

/** Where an image may be, the likelier place first: seen from the project's folder, and where it was. */
export function imageLocations(
  project: OpenProject,
  image: Pick<ImageRecord, 'path' | 'relativePath'>,
): string[] {
  if (image.relativePath === null) return [image.path];
  return [...new Set([join(dirname(project.path), image.relativePath), image.path])];
}

/**
 * Where an image is now: where it lies as seen from the project's folder, so that both can be moved together, or else
 * where it was. Files of another size are passed over; whether the contents are the same, the hash says.
 *
 * @throws SparsightError image.missing, image.changed (a file is there, of another size)
 */
export function resolveImagePath(
  project: OpenProject,
  image: Pick<ImageRecord, 'path' | 'relativePath' | 'name' | 'sizeBytes'>,
): string {
  const sizes = imageLocations(project, image).map((path) => ({ path, bytes: fileSize(path) }));
  const found = sizes.find(({ bytes }) => bytes === image.sizeBytes);
  if (found !== undefined) return found.path;
  const other = sizes.find(({ bytes }) => bytes !== undefined);
  if (other !== undefined) {
    throw reasonedError('image.changed', 'image.other-size', { file: image.name }, { path: other.path });
  }
  throw reasonedError('image.missing', 'image.missing', { file: image.name }, { path: image.path });
}

function fileSize(path: string): number | undefined {
  try {
    const stats = statSync(path, { throwIfNoEntry: false });
    return stats?.isFile() === true ? stats.size : undefined;
  } catch {
    // A folder on the way cannot be entered: for the person, the image is not there.
    return undefined;
  }
}

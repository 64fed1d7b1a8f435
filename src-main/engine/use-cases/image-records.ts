import { basename } from 'node:path';
import type { NewImage } from '../../storage/records/images.ts';
import type { ImageFacts } from '../workers/worker.ts';

/** A file as the project remembers it; a label that is left out keeps what is known already. */
export function newImage(
  { path, sizeBytes, sha256, width, height, bitDepth }: ImageFacts,
  addedAt: string,
  label?: string,
): NewImage {
  const image = { path, name: basename(path), sizeBytes, sha256, width, height, bitDepth, addedAt };
  return label === undefined ? image : { ...image, label };
}

import type { Plane } from '../../../../src-shared/domain/image.ts';
import { reasonedError } from '../../../../src-shared/errors/reasoned-error.ts';
import { decodeGreyFile } from '../../../imaging/decode/decode-picture.ts';
import { readImageFile } from '../../../imaging/decode/read-image-file.ts';
import { reducePlane } from '../../../imaging/normalise/reduce.ts';

/** Fewer pixels per side hold too few patches to learn from. */
const smallest = 32;

/**
 * The square in the middle of an image file in grey, reduced to so many pixels per side where it has more.
 *
 * @throws SparsightError 'image.too-small', and whatever reading and decoding find
 */
export async function middleOfImage(path: string, side: number): Promise<Plane> {
  const { width, height, data } = await decodeGreyFile(await readImageFile(path));
  const edge = Math.min(width, height);
  if (edge < smallest) {
    throw reasonedError(
      'image.too-small',
      'experiment.small-image',
      { width, height, least: smallest },
      { path },
    );
  }
  const [left, top] = [(width - edge) >> 1, (height - edge) >> 1];
  const middle = new Float32Array(edge * edge);
  for (let y = 0; y < edge; y++) {
    const from = (top + y) * width + left;
    middle.set(data.subarray(from, from + edge), y * edge);
  }
  const reduced = Math.min(side, edge);
  return reducePlane({ width: edge, height: edge, data: middle }, { width: reduced, height: reduced });
}

import type { Plane } from '../../../src-shared/domain/image.ts';
import { bytesOf, sharp } from '../../libvips/sharp.ts';

/** A picture to look at: red, green, blue, one byte each, interleaved, row-major, sRGB. */
export interface RgbImage {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
}

/** A plane of intensities in [0, 1] as a grey picture; values outside are clipped. */
export function greyImage(plane: Plane): RgbImage {
  const data = new Uint8Array(3 * plane.width * plane.height);
  for (let i = 0; i < plane.data.length; i++) {
    const grey = Math.round(255 * Math.min(Math.max(plane.data[i]!, 0), 1));
    data[3 * i] = grey;
    data[3 * i + 1] = grey;
    data[3 * i + 2] = grey;
  }
  return { width: plane.width, height: plane.height, data };
}

/** PNG file of a picture, reduced to fit `longestSide` pixels when that is given (never enlarged). */
export async function encodePng(image: RgbImage, longestSide?: number): Promise<Uint8Array> {
  const { width, height, data } = image;
  const picture = sharp(data, { raw: { width, height, channels: 3 } });
  if (longestSide !== undefined) {
    picture.resize({ width: longestSide, height: longestSide, fit: 'inside', withoutEnlargement: true });
  }
  return (await bytesOf(picture.png())).data;
}

import type { Picture, Plane } from '../../../src-shared/domain/image.ts';

/**
 * Luminance of a picture, range [0, 1], with the weights of ITU-R BT.709 on the stored values (no gamma is
 * undone: defects are judged as the camera stored them). A grey picture's plane shares its data.
 */
export function toGrey(picture: Picture): Plane {
  const { width, height, data } = picture;
  if (picture.channels === 1) return { width, height, data };
  const grey = new Float32Array(width * height);
  luminances(data, grey);
  return { width, height, data: grey };
}

/**
 * ITU-R BT.709 luma of pixels in red, green and blue.
 *
 * @param pixels [out.length x 3]
 */
export function luminances(pixels: Float32Array, out: Float32Array): void {
  for (let i = 0, at = 0; i < out.length; i++, at += 3)
    out[i] = 0.2126 * pixels[at]! + 0.7152 * pixels[at + 1]! + 0.0722 * pixels[at + 2]!;
}

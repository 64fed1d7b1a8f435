import type { Picture, Plane } from '../../../src-shared/domain/image.ts';

/**
 * Luminance of a picture, range [0, 1], with the weights of ITU-R BT.709 on the stored values (no gamma is
 * undone: defects are judged as the camera stored them). A grey picture's plane shares its data.
 */
export function toGrey(picture: Picture): Plane {
  const { width, height, data } = picture;
  if (picture.channels === 1) return { width, height, data };
  const grey = new Float32Array(width * height);
  for (let i = 0; i < grey.length; i++) {
    grey[i] = luminance(data[3 * i]!, data[3 * i + 1]!, data[3 * i + 2]!);
  }
  return { width, height, data: grey };
}

/** ITU-R BT.709 luma of red, green and blue in one unit. */
export function luminance(red: number, green: number, blue: number): number {
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

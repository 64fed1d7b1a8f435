import type { Plane, Size } from '../../../src-shared/domain/image.ts';

/** A luminance plane and, where its file has colour, how far each pixel is from grey. */
export interface TintedPlane extends Plane {
  /**
   * See `opponentTints`: red against green, then yellow against blue, of the same area; left out when there is no colour,
   * or it was not asked for.
   */
  readonly tints?: readonly Plane[] | undefined;
}

/**
 * Opponent colours of a pixel, 0 for every grey: red against green, (R - G) / sqrt 2, and yellow against blue,
 * (R + G - 2 B) / sqrt 6. Together with the mean they turn the colour cube about its grey diagonal (Ohta, Kanade and
 * Sakai 1980; van de Sande, Gevers and Snoek 2010), and they are proportional to the light.
 */
function opponentTints(red: number, green: number, blue: number): [redGreen: number, yellowBlue: number] {
  return [(red - green) / Math.SQRT2, (red + green - 2 * blue) / Math.sqrt(6)];
}

/** Colour is looked at more coarsely than brightness, so large pictures need not keep three planes of their size. */
const mostPixels = 4_000_000;

/**
 * Tints of a picture, averaged over square blocks of pixels where it has more than four million.
 *
 * @param intensity of a colour channel (0 to 2) at a pixel, in [0, 1]
 */
export function measureOpponentTints(
  { width, height }: Size,
  intensity: (pixel: number, channel: number) => number,
): [redGreen: Plane, yellowBlue: Plane] {
  const block = Math.max(1, Math.floor(Math.sqrt((width * height) / mostPixels)));
  const columns = Math.ceil(width / block);
  const rows = Math.ceil(height / block);
  const plane = (): Plane => ({ width: columns, height: rows, data: new Float32Array(columns * rows) });
  const planes: [Plane, Plane] = [plane(), plane()];
  for (let y = 0, pixel = 0; y < height; y++) {
    const row = Math.floor(y / block);
    const blockHeight = Math.min(block, height - row * block);
    for (let x = 0; x < width; x++, pixel++) {
      const column = Math.floor(x / block);
      const share = 1 / (blockHeight * Math.min(block, width - column * block));
      const tints = opponentTints(intensity(pixel, 0), intensity(pixel, 1), intensity(pixel, 2));
      planes[0].data[row * columns + column]! += share * tints[0];
      planes[1].data[row * columns + column]! += share * tints[1];
    }
  }
  return planes;
}

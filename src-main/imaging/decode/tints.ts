import type { Plane } from '../../../src-shared/domain/image.ts';

/** A luminance plane and, where its file has colour, how far each pixel is from grey. */
export interface TintedPlane extends Plane {
  /** [2][height x width] see `opponentTints`; left out when there is no colour, or it was not asked for. */
  readonly tints?: readonly Float32Array[] | undefined;
}

/**
 * Opponent colours of a pixel, 0 for every grey: red against green, (R - G) / sqrt 2, and yellow against blue,
 * (R + G - 2 B) / sqrt 6. Together with the mean they turn the colour cube about its grey diagonal (Ohta, Kanade and
 * Sakai 1980; van de Sande, Gevers and Snoek 2010), and they are proportional to the light.
 */
export function opponentTints(
  red: number,
  green: number,
  blue: number,
): [redGreen: number, yellowBlue: number] {
  return [(red - green) / Math.SQRT2, (red + green - 2 * blue) / Math.sqrt(6)];
}

import type { Size } from '../../../src-shared/domain/image.ts';
import { referenceFilter } from './separable-filter.ts';

/**
 * The structural similarity map of Wang, Bovik, Sheikh, Simoncelli 2004 (equation 13) in double precision, with
 * the symbols of the paper.
 *
 * @param window symmetric, of sum 1
 */
export function referenceSsimMap(
  x: Float64Array,
  y: Float64Array,
  size: Size,
  window: Float64Array,
  { c1: C1, c2: C2 }: { c1: number; c2: number },
): Float64Array {
  const average = (values: Float64Array): Float64Array => referenceFilter(values, size, window);
  const muX = average(x);
  const muY = average(y);
  const xx = average(x.map((value) => value * value));
  const yy = average(y.map((value) => value * value));
  const xy = average(x.map((value, i) => value * y[i]!));
  return muX.map((mx, i) => {
    const my = muY[i]!;
    const varianceX = xx[i]! - mx * mx;
    const varianceY = yy[i]! - my * my;
    const covariance = xy[i]! - mx * my;
    return (
      ((2 * mx * my + C1) * (2 * covariance + C2)) / ((mx * mx + my * my + C1) * (varianceX + varianceY + C2))
    );
  });
}

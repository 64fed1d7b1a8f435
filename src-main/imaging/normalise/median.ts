import { orderStatistic } from '../../numerics/statistics/order-statistic.ts';

/**
 * The lower median of finite values (the element at index floor((n - 1) / 2) once sorted); NaN when there is none.
 *
 * @param mask values where it is 0 are left out; same length
 */
export function median(values: Float32Array, mask?: Uint8Array): number {
  const counted =
    mask === undefined ? values.length : mask.reduce((sum, kept) => sum + (kept === 0 ? 0 : 1), 0);
  return counted === 0 ? NaN : orderStatistic(values, (counted - 1) >> 1, mask);
}

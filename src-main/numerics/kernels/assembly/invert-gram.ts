// The inverse of a positive definite matrix in double precision, as that of the Gram matrix of atoms which join one by one.

import { activeInverse, emptySupport, joinSupport, placeSupport, size } from './support';

/**
 * @param matrix [count x count]
 * @param scratch homotopyScratch(0, count) bytes
 * @returns the address of the inverse [count x count rounded up to a multiple of 4], within the scratch; 0 where a row depends
 *   on those before it, or is no number
 */
export function invertGram(matrix: usize, count: i32, scratch: usize): usize {
  placeSupport(scratch, count);
  emptySupport();
  for (let k = 0; k < count; k++) joinSupport(k, matrix + ((<usize>k * <usize>count) << 3), 1);
  return size == count ? activeInverse() : 0;
}

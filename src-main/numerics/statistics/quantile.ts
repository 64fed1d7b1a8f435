/**
 * Quantile of numbers already in ascending order, interpolated linearly between neighbours (Hyndman & Fan 1996,
 * type 7: the default of numpy and R).
 *
 * @param probability in [0, 1]
 * @throws RangeError when there are no numbers or the probability is outside [0, 1]
 */
export function quantileOfSorted(sorted: ArrayLike<number>, probability: number): number {
  if (sorted.length === 0) throw new RangeError('a quantile needs at least one number');
  if (!(probability >= 0 && probability <= 1))
    throw new RangeError(`a quantile's probability must be in [0, 1], got ${probability}`);
  const place = probability * (sorted.length - 1);
  const below = Math.floor(place);
  const low = sorted[below]!;
  const high = sorted[Math.min(below + 1, sorted.length - 1)]!;
  return low + (place - below) * (high - low);
}

/** Quantile of numbers in any order; see {@link quantileOfSorted}. The input is not changed. */
export function quantile(values: ArrayLike<number>, probability: number): number {
  return quantileOfSorted(Float64Array.from(values).sort(), probability);
}

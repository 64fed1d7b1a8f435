/** A series of fewer points, each the mean over neighbouring samples; the last one may stand for fewer. */
export interface ReducedSeries {
  readonly values: Float64Array;
  /** Samples that a point stands for. */
  readonly by: number;
}

/** @param most points that are wanted at most */
export function reduceSeries(values: Float64Array, most: number): ReducedSeries {
  const by = Math.max(1, Math.ceil(values.length / most));
  if (by === 1) return { values, by };
  const points = Float64Array.from({ length: Math.ceil(values.length / by) }, (_, i) => {
    const samples = values.subarray(i * by, (i + 1) * by);
    return samples.reduce((sum, value) => sum + value, 0) / samples.length;
  });
  return { values: points, by };
}

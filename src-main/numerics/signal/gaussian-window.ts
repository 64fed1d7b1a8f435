/**
 * A Gaussian sampled at whole pixels, normalised to sum 1.
 *
 * @param sigma standard deviation in pixels, positive
 * @param radius pixels on each side of the centre
 * @returns [2 * radius + 1], symmetric
 */
export function gaussianWindow(sigma: number, radius: number): Float64Array {
  const window = Float64Array.from({ length: 2 * radius + 1 }, (_, i) =>
    Math.exp(-((i - radius) ** 2) / (2 * sigma ** 2)),
  );
  const total = window.reduce((sum, value) => sum + value, 0);
  return window.map((value) => value / total);
}

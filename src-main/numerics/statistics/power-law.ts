/** value(n) = limit + gain n^-exponent: how a quantity that improves with every observation approaches its best. */
export interface PowerLaw {
  /** What it would be with observations without end; not negative. */
  readonly limit: number;
  /** Not negative. */
  readonly gain: number;
  readonly exponent: number;
}

/** Learning curves fall with exponents in this range; a few noisy points alone would allow any. */
const exponents = { least: 0.5, most: 2, steps: 61 };

/**
 * Least-squares fit of a falling power law (Cortes et al., Learning curves: asymptotic values and rate of convergence,
 * 1993): limit and gain in closed form for each exponent of a grid, neither below zero.
 *
 * @param points at least two different counts; counts positive, values not negative
 * @throws RangeError on fewer
 */
export function fitPowerLaw(points: readonly { count: number; value: number }[]): PowerLaw {
  if (new Set(points.map(({ count }) => count)).size < 2) {
    throw new RangeError('a power law needs values at two counts');
  }
  let best: PowerLaw = { limit: 0, gain: 0, exponent: exponents.least };
  let leastError = Infinity;
  for (let step = 0; step < exponents.steps; step++) {
    const exponent = exponents.least + ((exponents.most - exponents.least) * step) / (exponents.steps - 1);
    const law = { ...lineThrough(points.map(({ count, value }) => [count ** -exponent, value])), exponent };
    const error = points.reduce((sum, { count, value }) => sum + (powerLawAt(law, count) - value) ** 2, 0);
    if (error < leastError) [best, leastError] = [law, error];
  }
  return best;
}

export function powerLawAt({ limit, gain, exponent }: PowerLaw, count: number): number {
  return limit + gain * count ** -exponent;
}

/** value = limit + gain x by least squares, neither below zero. */
function lineThrough(points: readonly (readonly [number, number])[]): { limit: number; gain: number } {
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const x = mean(points.map(([at]) => at));
  const y = mean(points.map(([, value]) => value));
  const spread = points.reduce((sum, [at]) => sum + (at - x) ** 2, 0);
  const gain = points.reduce((sum, [at, value]) => sum + (at - x) * (value - y), 0) / spread;
  if (gain <= 0) return { limit: y, gain: 0 };
  const limit = y - gain * x;
  if (limit >= 0) return { limit, gain };
  const squares = points.reduce((sum, [at]) => sum + at ** 2, 0);
  return { limit: 0, gain: points.reduce((sum, [at, value]) => sum + at * value, 0) / squares };
}

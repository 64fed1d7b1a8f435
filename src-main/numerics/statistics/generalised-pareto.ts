/**
 * Generalised Pareto distribution of exceedances x >= 0: P(X > x) = (1 + shape x / scale)^(-1 / shape), and
 * exp(-x / scale) for shape 0. A negative shape ends at x = -scale / shape.
 */
export interface GeneralisedPareto {
  /** xi: 0 is an exponential tail, above 0 a heavier one, below 0 a bounded one. */
  shape: number;
  /** sigma > 0, in the unit of the exceedances. */
  scale: number;
}

/** Below this the closed form loses its digits and the exponential limit is exact to rounding. */
const shapeTakenAsZero = 1e-9;

/** -log10 P(X > exceedance); 0 for exceedances <= 0, infinite beyond the end of a bounded tail. */
export function tailExponent({ shape, scale }: GeneralisedPareto, exceedance: number): number {
  if (!(exceedance > 0)) return 0;
  const scaled = exceedance / scale;
  if (Math.abs(shape) < shapeTakenAsZero) return scaled * Math.LOG10E;
  const inside = shape * scaled;
  return inside <= -1 ? Infinity : (Math.log1p(inside) / shape) * Math.LOG10E;
}

/**
 * Fit by probability-weighted moments (Hosking & Wallis, Technometrics 1987): closed form, always there, sound for
 * shapes below 0.5.
 *
 * @param exceedances positive numbers in any order, at least two, not all equal to zero
 * @throws RangeError when there are fewer than two or they are all zero
 */
export function fitByWeightedMoments(exceedances: ArrayLike<number>): GeneralisedPareto {
  const sorted = sortedExceedances(exceedances);
  const n = sorted.length;
  let mean = 0;
  let weighted = 0;
  for (let i = 0; i < n; i++) {
    mean += sorted[i]! / n;
    weighted += ((1 - (i + 0.65) / n) * sorted[i]!) / n;
  }
  // All-equal numbers have no spread to tell a tail from; the floor keeps the division sound.
  const spread = Math.max(mean - 2 * weighted, 1e-12 * mean);
  return { shape: 2 - mean / spread, scale: (2 * mean * weighted) / spread };
}

/**
 * Fit by maximum likelihood through Grimshaw's profile (Technometrics 1993): with theta = shape / scale the best
 * shape is mean(log(1 + theta x)), so that one number is searched. The search is bounded to shapes in [-0.5, inf),
 * where the estimate is regular (Smith 1985); at that bound the probability-weighted moments answer instead.
 *
 * @param exceedances positive numbers in any order, at least two, not all equal to zero
 * @throws RangeError when there are fewer than two or they are all zero
 */
export function fitByLikelihood(exceedances: ArrayLike<number>): GeneralisedPareto {
  const sorted = sortedExceedances(exceedances);
  const largest = sorted.at(-1)!;
  const mean = sorted.reduce((sum, x) => sum + x, 0) / sorted.length;

  // Searched over u with theta = (e^u - 1) / largest: theta > -1 / largest always holds, and u = 0 is exponential.
  const shapeAt = (u: number): number => {
    const factor = Math.expm1(u) / largest;
    let sum = 0;
    for (let i = 0; i < sorted.length; i++) sum += Math.log1p(factor * sorted[i]!);
    return sum / sorted.length;
  };
  const scaleAt = (u: number, shape: number): number =>
    Math.abs(u) < shapeTakenAsZero ? mean : (shape * largest) / Math.expm1(u);
  const cost = (u: number): number => {
    const shape = shapeAt(u);
    return shape < -0.5 ? Infinity : Math.log(scaleAt(u, shape)) + shape;
  };

  const best = minimise(cost, -15, 15);
  const shape = shapeAt(best);
  if (shape < -0.499) return fitByWeightedMoments(sorted);
  return { shape, scale: scaleAt(best, shape) };
}

/** Least cost on a grid, then golden-section search between its neighbours. */
function minimise(cost: (u: number) => number, from: number, to: number): number {
  const steps = 60;
  const width = (to - from) / steps;
  let best = from;
  let least = Infinity;
  for (let i = 0; i <= steps; i++) {
    const u = from + i * width;
    const here = cost(u);
    if (here < least) [best, least] = [u, here];
  }
  const ratio = (Math.sqrt(5) - 1) / 2;
  let low = best - width;
  let high = best + width;
  let left = high - ratio * (high - low);
  let right = low + ratio * (high - low);
  let costLeft = cost(left);
  let costRight = cost(right);
  while (high - low > 1e-8) {
    if (costLeft <= costRight) {
      [high, right, costRight] = [right, left, costLeft];
      left = high - ratio * (high - low);
      costLeft = cost(left);
    } else {
      [low, left, costLeft] = [left, right, costRight];
      right = low + ratio * (high - low);
      costRight = cost(right);
    }
  }
  return (low + high) / 2;
}

function sortedExceedances(exceedances: ArrayLike<number>): Float64Array {
  if (exceedances.length < 2)
    throw new RangeError(`a tail needs at least two exceedances, got ${exceedances.length}`);
  const sorted = Float64Array.from(exceedances).sort();
  if (!(sorted[0]! >= 0 && sorted.at(-1)! > 0 && Number.isFinite(sorted.at(-1))))
    throw new RangeError('exceedances must be finite, not negative and not all zero');
  return sorted;
}

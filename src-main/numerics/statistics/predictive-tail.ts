import jstat from 'jstat';

/** What is known of how far logarithms spread before anything is observed: it counts as so many observations. */
export interface KnownSpread {
  readonly deviation: number;
  readonly count: number;
}

/** What a few observations tell about the next one, were their logarithms normal; plain, so that it can be stored. */
export interface PredictiveTail {
  /** Mean and standard deviation of the logarithms. */
  readonly mean: number;
  readonly deviation: number;
  readonly count: number;
  /** Left out where nothing is known beforehand. */
  readonly spread?: KnownSpread | undefined;
}

/** Beyond this the distribution function leaves the range of double precision. */
const largestExponent = 300;

/**
 * @param observations positive, at least two
 * @throws RangeError on fewer, or one that is not positive
 */
export function fitPredictiveTail(observations: readonly number[], spread?: KnownSpread): PredictiveTail {
  const count = observations.length;
  if (count < 2) throw new RangeError(`a predictive tail needs at least 2 observations, got ${count}`);
  if (!observations.every((value) => value > 0 && Number.isFinite(value))) {
    throw new RangeError('a predictive tail needs positive, finite observations');
  }
  const logs = observations.map(Math.log);
  const mean = logs.reduce((sum, value) => sum + value, 0) / count;
  const variance = logs.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (count - 1);
  return { mean, deviation: Math.max(Math.sqrt(variance), 1e-6), count, ...(spread && { spread }) };
}

/** The tail after one observation more: exactly that of all observations together. @param observation positive */
export function withObservation(tail: PredictiveTail, observation: number): PredictiveTail {
  const { mean, deviation, count } = tail;
  if (!(observation > 0 && Number.isFinite(observation))) {
    throw new RangeError('a predictive tail needs positive, finite observations');
  }
  const difference = Math.log(observation) - mean;
  const newMean = mean + difference / (count + 1);
  const squares = (count - 1) * deviation ** 2 + difference * (Math.log(observation) - newMean);
  return { ...tail, mean: newMean, deviation: Math.max(Math.sqrt(squares / count), 1e-6), count: count + 1 };
}

/**
 * -log10 of the probability that the next observation exceeds a value: the predictive distribution of a normal sample
 * is Student's t with count - 1 degrees of freedom, wider by sqrt(1 + 1 / count) (Geisser, Predictive Inference, 1993,
 * 3.1), so that few observations make for careful statements. A spread that is known beforehand is a scaled inverse
 * chi-square prior of the variance (Gelman et al., Bayesian Data Analysis, 2013, 3.3) and makes for less careful ones.
 */
export function predictiveExponent(tail: PredictiveTail, value: number): number {
  if (!(value > 0)) return 0;
  const t = (Math.log(value) - tail.mean) / predictiveScale(tail);
  const beyond = jstat.jStat.studentt.cdf(-t, predictiveFreedom(tail));
  return beyond > 0 ? Math.min(largestExponent, -Math.log10(beyond)) : largestExponent;
}

/** The observation whose `predictiveExponent` is the given one. */
export function predictiveValue(tail: PredictiveTail, exponent: number): number {
  const t = -jstat.jStat.studentt.inv(10 ** -exponent, predictiveFreedom(tail));
  return Math.exp(tail.mean + t * predictiveScale(tail));
}

/** Degrees of freedom of the predictive distribution. */
export const predictiveFreedom = ({ count, spread }: Pick<PredictiveTail, 'count' | 'spread'>): number =>
  count - 1 + (spread?.count ?? 0);

function predictiveScale(tail: PredictiveTail): number {
  const { deviation, count, spread = { deviation: 0, count: 0 } } = tail;
  const squares = (count - 1) * deviation ** 2 + spread.count * spread.deviation ** 2;
  return Math.sqrt((squares / predictiveFreedom(tail)) * (1 + 1 / count));
}

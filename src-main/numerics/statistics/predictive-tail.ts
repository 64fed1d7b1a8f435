import jstat from 'jstat';

/** What a few observations tell about the next one, were their logarithms normal; plain, so that it can be stored. */
export interface PredictiveTail {
  /** Mean and standard deviation of the logarithms. */
  readonly mean: number;
  readonly deviation: number;
  readonly count: number;
}

/** Beyond this the distribution function leaves the range of double precision. */
const largestExponent = 300;

/**
 * @param observations positive, at least two
 * @throws RangeError on fewer, or one that is not positive
 */
export function fitPredictiveTail(observations: readonly number[]): PredictiveTail {
  const count = observations.length;
  if (count < 2) throw new RangeError(`a predictive tail needs at least 2 observations, got ${count}`);
  if (!observations.every((value) => value > 0 && Number.isFinite(value))) {
    throw new RangeError('a predictive tail needs positive, finite observations');
  }
  const logs = observations.map(Math.log);
  const mean = logs.reduce((sum, value) => sum + value, 0) / count;
  const variance = logs.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (count - 1);
  return { mean, deviation: Math.max(Math.sqrt(variance), 1e-6), count };
}

/** The tail after one observation more: exactly that of all observations together. @param observation positive */
export function withObservation(
  { mean, deviation, count }: PredictiveTail,
  observation: number,
): PredictiveTail {
  if (!(observation > 0 && Number.isFinite(observation))) {
    throw new RangeError('a predictive tail needs positive, finite observations');
  }
  const difference = Math.log(observation) - mean;
  const newMean = mean + difference / (count + 1);
  const squares = (count - 1) * deviation ** 2 + difference * (Math.log(observation) - newMean);
  return { mean: newMean, deviation: Math.max(Math.sqrt(squares / count), 1e-6), count: count + 1 };
}

/**
 * -log10 of the probability that the next observation exceeds a value: the predictive distribution of a normal sample
 * is Student's t with count - 1 degrees of freedom, wider by sqrt(1 + 1 / count) (Geisser, Predictive Inference, 1993,
 * 3.1), so that few observations make for careful statements.
 */
export function predictiveExponent({ mean, deviation, count }: PredictiveTail, value: number): number {
  if (!(value > 0)) return 0;
  const t = (Math.log(value) - mean) / (deviation * Math.sqrt(1 + 1 / count));
  const beyond = jstat.jStat.studentt.cdf(-t, count - 1);
  return beyond > 0 ? Math.min(largestExponent, -Math.log10(beyond)) : largestExponent;
}

/** The observation whose `predictiveExponent` is the given one. */
export function predictiveValue({ mean, deviation, count }: PredictiveTail, exponent: number): number {
  const t = -jstat.jStat.studentt.inv(10 ** -exponent, count - 1);
  return Math.exp(mean + t * deviation * Math.sqrt(1 + 1 / count));
}

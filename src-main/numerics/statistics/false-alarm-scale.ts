import { fitByLikelihood, tailExponent } from './generalised-pareto.ts';
import { quantileOfSorted } from './quantile.ts';

/**
 * How rare a score is among good parts, as a plain object that can be stored: the empirical distribution up to a
 * threshold, a generalised Pareto tail above it (peaks over threshold: Pickands 1975, Siffer et al. KDD 2017).
 */
export interface FalseAlarmScale {
  /** Scores in strictly ascending order, the last of them the threshold. */
  bodyScores: number[];
  /** -log10 of the share of good scores above each of `bodyScores`. */
  bodyExponents: number[];
  /** Tail above the threshold. */
  shape: number;
  scale: number;
}

export interface FalseAlarmScaleOptions {
  /** Share of the scores that the tail is fitted to. @default 0.05 */
  tailShare?: number;
  /** Points that describe the distribution below the threshold. @default 64 */
  bodyPoints?: number;
  /**
   * Least shape of the tail. With 0 the tail never ends, so that two scores beyond everything seen keep their order
   * and no finite score is called impossible. @default 0
   */
  minimumShape?: number;
}

/**
 * Learns the scale from scores of good parts (higher = more suspicious).
 *
 * @param scores finite, in any order, at least 10; not changed
 * @throws RangeError on fewer scores, or one that is not finite
 */
export function fitFalseAlarmScale(
  scores: ArrayLike<number>,
  { tailShare = 0.05, bodyPoints = 64, minimumShape = 0 }: FalseAlarmScaleOptions = {},
): FalseAlarmScale {
  if (scores.length < 10)
    throw new RangeError(`a false-alarm scale needs at least 10 scores, got ${scores.length}`);
  const sorted = Float64Array.from(scores).sort();
  if (!Number.isFinite(sorted[0]) || !Number.isFinite(sorted.at(-1)))
    throw new RangeError('a false-alarm scale needs finite scores');

  // Few scores leave few exceedances: at least 5 of them make the tail, whatever its share.
  const share = Math.max(tailShare, 5 / sorted.length);
  const threshold = quantileOfSorted(sorted, 1 - share);
  const { bodyScores, bodyExponents } = describeBody(sorted, share, bodyPoints);
  return { bodyScores, bodyExponents, ...fitTail(sorted, threshold, minimumShape) };
}

/** -log10 of the share of good parts that score higher than `score`; never falls as the score rises. */
export function falseAlarmExponent(scale: FalseAlarmScale, score: number): number {
  const { bodyScores, bodyExponents } = scale;
  const last = bodyScores.length - 1;
  if (score >= bodyScores[last]!)
    return bodyExponents[last]! + tailExponent(scale, score - bodyScores[last]!);
  if (!(score > bodyScores[0]!)) return 0;
  let low = 0;
  let high = last;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (bodyScores[middle]! <= score) low = middle;
    else high = middle;
  }
  const part = (score - bodyScores[low]!) / (bodyScores[high]! - bodyScores[low]!);
  return bodyExponents[low]! + part * (bodyExponents[high]! - bodyExponents[low]!);
}

/** Points equally spaced in exponent, so that the rare end is described as finely as the common one. */
function describeBody(sorted: Float64Array, share: number, points: number) {
  const bodyScores: number[] = [];
  const bodyExponents: number[] = [];
  const top = -Math.log10(share);
  for (let i = 0; i < points; i++) {
    const exponent = (top * i) / (points - 1);
    const score = quantileOfSorted(sorted, 1 - 10 ** -exponent);
    // Among equal scores the last exponent counts: "above" excludes the score itself.
    if (bodyScores.at(-1) === score) bodyExponents[bodyExponents.length - 1] = exponent;
    else {
      bodyScores.push(score);
      bodyExponents.push(exponent);
    }
  }
  return { bodyScores, bodyExponents };
}

function fitTail(sorted: Float64Array, threshold: number, minimumShape: number) {
  const exceedances = sorted.filter((score) => score > threshold).map((score) => score - threshold);
  const spread = sorted.at(-1)! - sorted[0]!;
  // Scores that hardly differ carry no tail: any clear step above them is then rare.
  if (exceedances.length < 2) return { shape: minimumShape, scale: Math.max(spread / 10, Number.EPSILON) };
  const fitted = fitByLikelihood(exceedances);
  if (fitted.shape >= minimumShape) return fitted;
  // Keeps the mean of the tail, which is scale / (1 - shape): for shape 0 that is the likeliest scale as well.
  const mean = exceedances.reduce((sum, x) => sum + x, 0) / exceedances.length;
  return { shape: minimumShape, scale: mean * (1 - minimumShape) };
}

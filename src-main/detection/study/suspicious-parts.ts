import jstat from 'jstat';
import {
  fitPredictiveTail,
  predictiveExponent,
  predictiveFreedom,
} from '../../numerics/statistics/predictive-tail.ts';
import { evidenceSpread } from '../normal/calibration.ts';

/** How many good parts must be left to judge one of them by. */
const leastOthers = 4;
/** In a set without odd parts, one part in so many sets is named. */
const falseNames = 50;

/**
 * Good parts that the rest cannot explain: those whose held-out score is so much above those of the others that chance
 * would bring it about in one of fifty sets. The strongest is judged against the rest first and then left out, for
 * several odd parts would hide each other (Rosner 1983, generalised many-outlier procedure).
 *
 * @param scores -log10 of the false-alarm rate of each part when compared with the others, under a calibration that all
 *               of them together gave
 * @returns indices, strongest first, at most a tenth of all (but at least one)
 */
export function suspiciousParts(scores: readonly number[]): number[] {
  const standard = scores.map((score) => standardised(score, scores.length));
  const needed = Math.log10(falseNames * scores.length);
  const most = Math.max(1, Math.floor(scores.length / 10));
  const order = scores.map((_, i) => i).sort((a, b) => standard[b]! - standard[a]!);
  let found = 0;
  for (let named = 1; named <= most && order.length - named >= leastOthers; named++) {
    const rest = fitPredictiveTail(order.slice(named).map((i) => Math.exp(standard[i]!)));
    if (predictiveExponent(rest, Math.exp(standard[order[named - 1]!]!)) >= needed) found = named;
  }
  return order.slice(0, found);
}

/** How many deviations of the good parts a score is above their mean: what `predictiveExponent` made the score from. */
function standardised(score: number, count: number): number {
  const share = Math.min(1 - 1e-12, 10 ** -Math.max(0, score));
  const freedom = predictiveFreedom({ count, spread: evidenceSpread });
  return -jstat.jStat.studentt.inv(Math.max(Number.MIN_VALUE, share), freedom);
}

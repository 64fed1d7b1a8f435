import type { Limits } from '../../../src-shared/domain/decision.ts';
import type { ReportDocument } from '../../../src-shared/domain/report.ts';

const bins = 30;
/** Scores far beyond the limit are all equally bad: they share the last bin, so that the rest can be told apart. */
const widest = 8;

/** Counts of inspected and of held-out good parts by score, over bins that show both limits. */
export function reportHistogram(
  inspected: readonly number[],
  good: readonly number[],
  limits: Limits,
): ReportDocument['histogram'] {
  const highest = Math.max(...inspected, ...good, 1.25 * limits.reject);
  const top = Math.min(highest, widest);
  const edges = Array.from({ length: bins + 1 }, (_, i) => (i * top) / bins);
  const count = (scores: readonly number[]) => {
    const counts = new Array<number>(bins).fill(0);
    for (const score of scores) {
      const bin = Math.min(bins - 1, Math.max(0, Math.floor((score / top) * bins)));
      counts[bin] = (counts[bin] ?? 0) + 1;
    }
    return counts;
  };
  return { edges, inspected: count(inspected), good: count(good) };
}

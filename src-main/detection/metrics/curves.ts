import type { Scored } from './ranking.ts';

/** A point of a curve, and the threshold that leads there: a part is rejected when its score reaches it. */
export interface CurvePoint {
  readonly x: number;
  readonly y: number;
  readonly threshold: number;
}

/** How many good and defective parts each distinct score rejects, the highest score first. */
function rejectedFrom(parts: readonly Scored[]): { threshold: number; good: number; defective: number }[] {
  const sorted = [...parts].sort((a, b) => b.score - a.score);
  const steps: { threshold: number; good: number; defective: number }[] = [];
  let good = 0;
  let defective = 0;
  sorted.forEach((part, i) => {
    if (part.defective) defective++;
    else good++;
    if (sorted[i + 1]?.score !== part.score) steps.push({ threshold: part.score, good, defective });
  });
  return steps;
}

/**
 * The receiver operating characteristic: share of good parts rejected against share of defective parts rejected, from
 * nothing rejected to everything.
 *
 * @param parts of both kinds
 * @param most  points that are kept, evenly spread; both ends always are
 */
export function rocCurve(parts: readonly Scored[], most: number): CurvePoint[] {
  const steps = rejectedFrom(parts);
  const last = steps.at(-1);
  const first = steps[0];
  if (first === undefined || last === undefined) return [];
  const points = steps.map(({ threshold, good, defective }) => ({
    x: good / last.good,
    y: defective / last.defective,
    threshold,
  }));
  return spread([{ x: 0, y: 0, threshold: first.threshold + 1 }, ...points], most);
}

/**
 * Precision against recall, from the highest score down.
 *
 * @param parts with at least one defective one
 * @param most  points that are kept, evenly spread; both ends always are
 */
export function precisionRecallCurve(parts: readonly Scored[], most: number): CurvePoint[] {
  const steps = rejectedFrom(parts);
  const all = steps.at(-1)?.defective ?? 0;
  return spread(
    steps.map(({ threshold, good, defective }) => ({
      x: defective / all,
      y: defective / (defective + good),
      threshold,
    })),
    most,
  );
}

function spread(points: CurvePoint[], most: number): CurvePoint[] {
  if (points.length <= most) return points;
  const step = (points.length - 1) / (most - 1);
  return Array.from({ length: most }, (_, i) => points[Math.round(i * step)]).filter(
    (point) => point !== undefined,
  );
}

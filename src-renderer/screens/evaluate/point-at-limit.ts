/** A point of a curve over all possible reject limits. */
export interface LimitPoint {
  readonly x: number;
  readonly y: number;
  /** The limit from which parts are rejected. */
  readonly threshold: number;
}

/**
 * The point of a curve that stands for a reject limit: parts are rejected from there on, so it is the one with the
 * lowest threshold not below the limit.
 */
export function pointAtLimit(points: readonly LimitPoint[], limit: number): LimitPoint | null {
  let best: LimitPoint | null = null;
  for (const point of points) {
    if (point.threshold >= limit && (best === null || point.threshold < best.threshold)) best = point;
  }
  return best;
}

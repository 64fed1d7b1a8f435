/**
 * What is left unexplained after each pass, as a share of what was left after the first: scales whose patches differ
 * in contrast then fit one chart.
 *
 * @param objective mean squared residual norm per patch after each pass
 */
export function remainingShares(objective: readonly number[]): number[] {
  const first = objective[0];
  if (first === undefined || first <= 0) return objective.map(() => 0);
  return objective.map((value) => value / first);
}

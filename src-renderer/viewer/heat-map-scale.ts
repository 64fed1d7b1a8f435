/**
 * The heat map's colours run over the same evidence for every part, here and in reports, so that a colour always means
 * the same: from what every tenth good part shows to what one in a million does.
 */
export const heatMapScale = { low: 1, high: 6 } as const;

/** Evidence over which the overlay fades in: what good parts commonly show must not veil the part. */
const fadeIn = 1;

/** Opacity of the overlay before the person's own setting is applied. */
export function heatMapAlpha(threshold: number | null): (evidence: number) => number {
  if (threshold !== null) return (evidence) => (evidence >= threshold ? 1 : 0);
  return (evidence) => Math.min(1, Math.max(0, (evidence - heatMapScale.low) / fadeIn));
}

/**
 * What is measured at every cell and scale. Each indicator is centred by its median over the part before it is
 * compared, so that a part that is altogether brighter or rougher is not suspicious for that alone.
 *
 * - brightness: mean intensity of the patch; both darker and brighter than good is evidence;
 * - residual:   log of the root mean square that the sparse code leaves unexplained; only more is evidence;
 * - codeCost:   negative log-likelihood of the code under the activity of the atoms on good parts, in nats: a patch
 *               that asks for rare atoms or unusual weights is suspicious even if it is rebuilt well; only more is
 *               evidence.
 */
export const indicators = ['brightness', 'residual', 'codeCost'] as const;
export type Indicator = (typeof indicators)[number];

/** Channel of an indicator at a scale (0 is the finest): all scales of an indicator lie together, brightness first. */
export function channelOf(scale: number, indicator: Indicator, scales: number): number {
  return indicators.indexOf(indicator) * scales + scale;
}

export const channelCount = (scales: number): number => scales * indicators.length;

/** How many channels, from the first on, count both ways. */
export const twoSidedChannels = (scales: number): number => scales;

export function describeChannel(channel: number, scales: number): { scale: number; indicator: Indicator } {
  return { scale: channel % scales, indicator: indicators[Math.floor(channel / scales)] ?? 'residual' };
}

import type { DefectRegion } from '../../../../src-shared/domain/region.ts';

const regionReasons = [
  'darker',
  'brighter',
  'residual',
  'codeCost',
  'colour',
  'structure',
  'rebuilding',
  'material',
  'other',
] as const;
type RegionReason = (typeof regionReasons)[number];

/** What is seen in a region, for a person; the indicator is the engine's word for it. */
export function regionReason({
  indicator,
  intensity,
}: Pick<DefectRegion, 'indicator' | 'intensity'>): RegionReason {
  if (indicator === 'brightness') return intensity.found < intensity.expected ? 'darker' : 'brighter';
  return regionReasons.find((reason) => reason === indicator) ?? 'other';
}

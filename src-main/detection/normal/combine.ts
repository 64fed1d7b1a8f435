import { falseAlarmExponent } from '../../numerics/statistics/false-alarm-scale.ts';
import { predictiveExponent } from '../../numerics/statistics/predictive-tail.ts';
import type { Calibration, TintCalibration } from './calibration.ts';
import { partEvidence } from './evidence-map.ts';

/**
 * What the two looks at a part say: the one at brightness, and the one at colour where colours are compared. They are not
 * added: a tint that no good part has counts whatever the surface is like, and a scratch whatever its colour.
 */
export interface Evidence<Value> {
  readonly brightness: Value;
  readonly tints: Value | null;
}

type CellScales = Pick<Calibration, 'smoothed'> & {
  readonly tints: Pick<TintCalibration, 'smoothed'> | null;
};
type PartScales = Pick<Calibration, 'part'> & { readonly tints: Pick<TintCalibration, 'part'> | null };

/** Two looks find something rare twice as often as one (Bonferroni). */
const price = Math.log10(2);

function rarer(brightness: number, tints: number): number {
  return Math.max(0, Math.max(brightness, tints) - price);
}

/**
 * Smoothed evidence in the unit of the heat map, -log10 of the false-alarm rate.
 *
 * @param maps [cells]
 * @returns [cells] 0 where not inspected
 */
export function heatMap(
  { smoothed, tints: tintScales }: CellScales,
  { brightness, tints }: Evidence<Float32Array>,
  inspected: Uint8Array,
): Float32Array {
  return brightness.map((evidence, cell) => {
    if (inspected[cell] === 0) return 0;
    const exponent = falseAlarmExponent(smoothed, evidence);
    if (tints === null || tintScales === null) return exponent;
    return rarer(exponent, falseAlarmExponent(tintScales.smoothed, tints[cell]!));
  });
}

/** Whether a cell is suspicious for its colour rather than for its brightness. */
export function tintsSayMore(
  { smoothed, tints: tintScales }: CellScales,
  { brightness, tints }: Evidence<Float32Array>,
  cell: number,
): boolean {
  if (tints === null || tintScales === null) return false;
  return (
    falseAlarmExponent(tintScales.smoothed, tints[cell]!) > falseAlarmExponent(smoothed, brightness[cell]!)
  );
}

/** Evidence of a whole part from its maps. */
export function evidenceOfPart(
  { brightness, tints }: Evidence<Float32Array>,
  inspected: Uint8Array,
): Evidence<number> {
  return {
    brightness: partEvidence(brightness, inspected),
    tints: tints === null ? null : partEvidence(tints, inspected),
  };
}

/** -log10 of the false-alarm rate of a whole part. */
export function partScore(
  { part, tints: tintScales }: PartScales,
  { brightness, tints }: Evidence<number>,
): number {
  const exponent = predictiveExponent(part, brightness);
  if (tints === null || tintScales === null) return exponent;
  return rarer(exponent, predictiveExponent(tintScales.part, tints));
}

import type { Plane } from '../../../src-shared/domain/image.ts';
import { enlargePlane } from '../../imaging/normalise/enlarge.ts';
import { channelOf } from '../look/channels.ts';
import type { Measurements } from '../look/measure.ts';
import type { DetectionModel } from '../model.ts';
import type { Unlikeness } from '../normal/reference-parts.ts';
import { nearestCell, referenceValue } from '../normal/reference-parts.ts';

/** Evidence from which nothing of the part itself is trusted any more; below, in proportion. */
const certain = 3;

/**
 * What a good part would have looked like: what the sparse code rebuilds, and, the more suspicious a place is, the more
 * of what good parts show there. Where parts are moved onto a reference part that is the reference part itself;
 * elsewhere it is the brightness of the most similar good patch, since a code rebuilds structure but knows no brightness.
 *
 * @param heat [cells] evidence, in -log10 of the false-alarm rate
 * @returns at working size under normal light, as the reference part lies; the measured reconstruction, changed in place
 */
export function expectedPart(
  model: DetectionModel,
  measured: Measurements,
  unlikeness: Unlikeness,
  heat: Float32Array,
): Plane {
  const rebuilt = measured.rebuilt;
  if (rebuilt === null) throw new RangeError('The part was measured without rebuilding it.');
  const { columns, rows } = model.references.cells;
  const doubt = heat.map((evidence) => Math.min(1, evidence / certain));
  const reference = model.referenceImage;
  if (reference !== null) {
    const share = enlargePlane({ width: columns, height: rows, data: doubt }, rebuilt).data;
    const data = rebuilt.data;
    for (let i = 0; i < data.length; i++) data[i]! += share[i]! * (reference.data[i]! - data[i]!);
    return rebuilt;
  }
  const correction = brightnessCorrection(model, measured, unlikeness, doubt);
  const shift = enlargePlane({ width: columns, height: rows, data: correction }, rebuilt).data;
  for (let i = 0; i < shift.length; i++) rebuilt.data[i]! += shift[i]!;
  return rebuilt;
}

/** [cells] what is to be added to the brightness of each cell. */
function brightnessCorrection(
  { references, scales }: DetectionModel,
  { channels }: Measurements,
  unlikeness: Unlikeness,
  doubt: Float32Array,
): Float32Array {
  const channel = channelOf(0, 'brightness', scales.length);
  const own = channels[channel]!;
  return doubt.map((share, cell) => {
    if (share === 0) return 0;
    const expected = referenceValue(references, channel, nearestCell(references, unlikeness, cell));
    return share * (expected - own[cell]!);
  });
}

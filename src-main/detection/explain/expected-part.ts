import type { Plane } from '../../../src-shared/domain/image.ts';
import { enlargePlane } from '../../imaging/normalise/enlarge.ts';
import { channelOf } from '../look/channels.ts';
import type { Measurements } from '../look/measure.ts';
import type { DetectionModel } from '../model.ts';
import type { Unlikeness } from '../normal/reference-parts.ts';
import { nearestCell, referenceValue } from '../normal/reference-parts.ts';

/** Evidence from which brightness is wholly taken from the nearest good patch; below, in proportion. */
const certain = 3;

/**
 * What a good part would have looked like: what the sparse code rebuilds, and, where the part is suspicious, with the
 * brightness of the good patch that it is most like there (a code rebuilds structure, but knows no brightness).
 *
 * @param heat [cells] evidence, in -log10 of the false-alarm rate
 * @returns at working size under normal light, as the reference part lies
 */
export function expectedPart(
  { references, scales }: DetectionModel,
  measured: Measurements,
  unlikeness: Unlikeness,
  heat: Float32Array,
): Plane {
  const rebuilt = measured.rebuilt;
  if (rebuilt === null) throw new RangeError('The part was measured without rebuilding it.');
  const channel = channelOf(0, 'brightness', scales.length);
  const own = measured.channels[channel]!;
  const { columns, rows } = references.cells;
  const correction = new Float32Array(columns * rows);
  for (let cell = 0; cell < correction.length; cell++) {
    const weight = Math.min(1, heat[cell]! / certain);
    if (weight === 0) continue;
    const nearest = nearestCell(references, unlikeness, cell);
    correction[cell] = weight * (referenceValue(references, channel, nearest) - own[cell]!);
  }
  const shift = enlargePlane({ width: columns, height: rows, data: correction }, rebuilt);
  return { ...rebuilt, data: rebuilt.data.map((value, i) => value + shift.data[i]!) };
}

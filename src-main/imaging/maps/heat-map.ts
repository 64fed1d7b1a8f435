import type { Plane } from '../../../src-shared/domain/image.ts';
import { type ColourMapName, colourTable, tableLength } from './colour-maps.ts';
import type { RgbImage } from './rgb-image.ts';

/** How values become colours: `min` and below take the lowest colour, `max` and above the highest. */
export interface ColourScale {
  readonly min: number;
  readonly max: number;
  readonly colourMap: ColourMapName;
}

/** A map in colours. NaN takes the lowest colour. */
export function renderHeatMap(map: Plane, scale: ColourScale): RgbImage {
  const table = colourTable(scale.colourMap);
  const data = new Uint8Array(3 * map.width * map.height);
  for (let i = 0; i < map.data.length; i++) {
    const entry = 3 * Math.round(position(map.data[i]!, scale) * (tableLength - 1));
    data[3 * i] = table[entry]!;
    data[3 * i + 1] = table[entry + 1]!;
    data[3 * i + 2] = table[entry + 2]!;
  }
  return { width: map.width, height: map.height, data };
}

/** Where a value lies on a scale, from 0 at `min` to 1 at `max`. */
export function position(value: number, scale: Pick<ColourScale, 'min' | 'max'>): number {
  if (!(value > scale.min)) return 0;
  return Math.min((value - scale.min) / (scale.max - scale.min), 1);
}

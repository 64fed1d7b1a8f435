import { ticks } from 'd3-array';
import { type ColourScale, position, renderHeatMap } from './heat-map.ts';
import type { RgbImage } from './rgb-image.ts';

/** A value to be written beside a legend, and where. */
export interface LegendTick {
  readonly value: number;
  /** From 0 at the scale's `min` to 1 at its `max`. */
  readonly position: number;
}

/** Round values over a scale, about `count` of them, for whoever draws the text. */
export function legendTicks(scale: Pick<ColourScale, 'min' | 'max'>, count = 6): LegendTick[] {
  return ticks(scale.min, scale.max, count).map((value) => ({ value, position: position(value, scale) }));
}

/** The scale's colours from left (`min`) to right (`max`) as a strip, without text. */
export function renderLegend(scale: ColourScale, size: { width: number; height: number }): RgbImage {
  const { width, height } = size;
  const data = new Float32Array(width * height);
  for (let i = 0; i < data.length; i++) {
    data[i] = scale.min + ((i % width) / Math.max(width - 1, 1)) * (scale.max - scale.min);
  }
  return renderHeatMap({ width, height, data }, scale);
}

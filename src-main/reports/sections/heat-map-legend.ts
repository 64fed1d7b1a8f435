import { niceTicks } from '../chart/nice-ticks.ts';
import type { SectionSource } from './section-source.ts';
import type { PicturesBlock } from './section-model.ts';

/** The heat maps' colour scale with round values; positions run from 0 (low) to 1 (high). */
export function heatMapLegend({ document, texts, format }: SectionSource): PicturesBlock['legend'] {
  const { min, max, colours } = document.legend;
  return {
    title: texts.details.legend,
    hint: texts.details.legendHint,
    colours: thinned(colours),
    ticks: niceTicks(min, max, 5).map((value) => ({
      position: max > min ? (value - min) / (max - min) : 0,
      label: format.upTo(value, 2),
    })),
  };
}

/** At most 33 of the colours, ends included: a smooth gradient needs no more, and each part repeats them. */
function thinned(colours: string[]): string[] {
  const most = 33;
  if (colours.length <= most) return colours;
  return Array.from(
    { length: most },
    (_, i) => colours[Math.round((i * (colours.length - 1)) / (most - 1))] ?? '#000',
  );
}

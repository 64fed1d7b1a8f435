import type { Format } from '../../../i18n/format.ts';

/** How sizes of defects are written: to a tenth of a pixel, since most of them are small. */
export interface SizeWords {
  readonly unit: 'mm' | 'px';
  /** In the unit; a dash for none. */
  readonly size: (pixels: number | null) => string;
  /** A number on an axis, without its unit. */
  readonly tick: (pixels: number) => string;
  /** Units in a pixel. */
  readonly perPixel: number;
}

export function sizeWords(format: Format, millimetresPerPixel: number | null): SizeWords {
  const unit = millimetresPerPixel === null ? 'px' : 'mm';
  const perPixel = millimetresPerPixel ?? 1;
  const decimals = millimetresPerPixel === null ? 1 : 2;
  return {
    unit,
    perPixel,
    size: (pixels) => (pixels === null ? '–' : `${format.fixed(pixels * perPixel, decimals)} ${unit}`),
    tick: (value) => format.number(value, 3),
  };
}

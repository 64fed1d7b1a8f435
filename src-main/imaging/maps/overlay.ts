import type { Plane } from '../../../src-shared/domain/image.ts';
import type { Box } from '../../../src-shared/domain/region.ts';
import { assertSameSize } from '../quality/same-size.ts';
import { drawBox } from './box-outline.ts';
import { type ColourScale, position, renderHeatMap } from './heat-map.ts';
import { greyImage, type RgbImage } from './rgb-image.ts';

export interface OverlayOptions extends ColourScale {
  /**
   * Share of the heat map's colour where evidence reaches `max`; below it falls in proportion to 0 at `min`.
   * @default 0.75
   */
  readonly opacity?: number;
  /** Boxes to outline, in pixels of the part. */
  readonly outlines?: readonly Box[];
}

/**
 * A part with its heat map over it: untouched where nothing is unusual, coloured the more the stronger the evidence.
 *
 * @param part intensities in [0, 1]
 * @param map  evidence, same size
 * @throws RangeError when the sizes differ
 */
export function renderOverlay(part: Plane, map: Plane, options: OverlayOptions): RgbImage {
  assertSameSize(part, map);
  const { opacity = 0.75, outlines = [] } = options;
  const picture = greyImage(part);
  const colours = renderHeatMap(map, options);
  for (let i = 0; i < map.data.length; i++) {
    const share = opacity * position(map.data[i]!, options);
    if (share === 0) continue;
    for (let c = 3 * i; c < 3 * i + 3; c++) {
      picture.data[c] = Math.round(picture.data[c]! * (1 - share) + colours.data[c]! * share);
    }
  }
  for (const box of outlines) drawBox(picture, box);
  return picture;
}

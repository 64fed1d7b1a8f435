import type { Plane } from '../../../src-shared/domain/image.ts';
import type { Inspection } from '../../detection/detector.ts';
import { enlargePlane } from '../../imaging/normalise/enlarge.ts';
import { renderOverlay } from '../../imaging/maps/overlay.ts';
import { encodePng, greyImage } from '../../imaging/maps/rgb-image.ts';
import { heatMapScale } from '../heat-map-scale.ts';

/** Pixels along the longer side: enough for a printed page. */
const longestSide = 1000;

/** The pictures of a part in a report, as PNG files. */
export interface DetailPictures {
  readonly image: Uint8Array;
  readonly heatMap: Uint8Array;
  readonly expected: Uint8Array;
}

export async function renderDetail(
  grey: Plane,
  { part, evidence, expected, regions }: Inspection,
): Promise<DetailPictures> {
  const map = enlargePlane(evidence, part);
  const scaleX = part.width / grey.width;
  const scaleY = part.height / grey.height;
  const outlines = regions.map(({ box }) => {
    const x = Math.floor(box.x * scaleX);
    const y = Math.floor(box.y * scaleY);
    return {
      x,
      y,
      width: Math.max(1, Math.min(part.width - x, Math.ceil(box.width * scaleX))),
      height: Math.max(1, Math.min(part.height - y, Math.ceil(box.height * scaleY))),
    };
  });
  const [image, heatMap, rebuilt] = await Promise.all([
    encodePng(greyImage(part), longestSide),
    encodePng(renderOverlay(part, map, { ...heatMapScale, outlines }), longestSide),
    encodePng(greyImage(expected), longestSide),
  ]);
  return { image, heatMap, expected: rebuilt };
}

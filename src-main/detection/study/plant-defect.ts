import type { Plane } from '../../../src-shared/domain/image.ts';
import { quantileOfSorted } from '../../numerics/statistics/quantile.ts';
import { blurredPatch } from './blurred-patch.ts';
import { defectCoverage } from './defect-coverage.ts';
import { filledPatch } from './filled-patch.ts';
import type { Patch, PlantedDefect, PlantedPart } from './planted-defect.ts';

/**
 * Puts a defect into the picture of a good part, as a camera would see it: intensities stay in [0, 1], and rims are a
 * pixel wide. The picture that is given stays as it is; the same defect always gives the same picture.
 *
 * @param plane intensities in [0, 1]
 */
export function plantDefect(plane: Plane, defect: PlantedDefect): PlantedPart {
  const patch = defectCoverage(defect, plane);
  const wanted = wantedIntensities(plane, defect, patch);
  const data = plane.data.slice();
  const mask = new Uint8Array(data.length);
  for (let row = 0, i = 0; row < patch.height; row++) {
    const first = (patch.top + row) * plane.width + patch.left;
    for (let column = 0; column < patch.width; column++, i++) {
      const share = patch.coverage[i]!;
      if (share === 0) continue;
      const pixel = first + column;
      data[pixel] = Math.min(1, Math.max(0, (1 - share) * plane.data[pixel]! + share * wanted[i]!));
      mask[pixel] = share >= 0.5 ? 1 : 0;
    }
  }
  return { plane: { width: plane.width, height: plane.height, data }, mask };
}

/** [height x width] of the patch: what is seen where the defect covers a pixel wholly. */
function wantedIntensities(plane: Plane, defect: PlantedDefect, patch: Patch): Float32Array {
  switch (defect.kind) {
    case 'blur':
      return blurredPatch(plane, patch, defect.size / 6);
    case 'missing':
      return filledPatch(plane, patch, defect);
    case 'scratch':
    case 'pit':
    case 'stain':
      return shiftedPatch(plane, patch, defect.contrast * brightnessRange(plane));
  }
}

/** The patch made brighter where the part is dark there, and darker where it is bright: else it could not be seen. */
function shiftedPatch(plane: Plane, patch: Patch, change: number): Float32Array {
  const own = cutPatch(plane, patch);
  const mean = own.reduce((sum, value) => sum + value, 0) / Math.max(1, own.length);
  const signed = mean > change ? -change : change;
  return own.map((value) => value + signed);
}

function cutPatch(plane: Plane, { left, top, width, height }: Patch): Float32Array {
  const own = new Float32Array(width * height);
  for (let row = 0; row < height; row++) {
    const first = (top + row) * plane.width + left;
    own.set(plane.data.subarray(first, first + width), row * width);
  }
  return own;
}

/** Pixels that a range is taken from. */
const sampleSize = 20_000;

/** From the 2 % to the 98 % quantile of a part's intensities. */
export function brightnessRange({ data }: Plane): number {
  const step = Math.max(1, Math.floor(data.length / sampleSize));
  const sorted = data.filter((_, i) => i % step === 0).sort();
  return quantileOfSorted(sorted, 0.98) - quantileOfSorted(sorted, 0.02);
}

import type { Size } from '../../../src-shared/domain/image.ts';
import type { DefectRegion } from '../../../src-shared/domain/region.ts';
import type { Decision } from '../../../src-shared/domain/decision.ts';
import { pixelHistograms } from '../../detection/metrics/pixel-histograms.ts';
import type { PixelHistograms } from '../../detection/metrics/pixel-histograms.ts';
import { encodeMap } from '../../imaging/codec/map-codec.ts';
import type { EncodedMap } from '../../imaging/codec/map-codec.ts';
import { enlargePlane } from '../../imaging/normalise/enlarge.ts';
import { renderDetail } from './render-detail.ts';
import { task } from './reply.ts';
import { detector, isColour, load } from './thread.ts';
import type { ImageFacts, SharedModel } from './thread.ts';

export interface InspectedPart {
  facts: ImageFacts;
  decision: Decision;
  score: number;
  psnr: number;
  ssim: number;
  regions: DefectRegion[];
  statistics: Record<string, number>;
  evidence: EncodedMap;
  /** Counts of pixels by evidence, when truth was given. */
  pixels: PixelHistograms | null;
  seconds: number;
}

export interface InspectPartRequest extends SharedModel {
  path: string;
  /** Also count pixels by evidence: against a mask file, or 'good' for a part without defects. */
  truth?: { mask: string } | 'good';
}

export const inspectPart = task(
  async ({ path, truth, ...model }: InspectPartRequest): Promise<InspectedPart> => {
    const start = performance.now();
    const { facts, grey } = await load(path, isColour(model));
    const { evidence, decision, score, psnr, ssim, regions, statistics } = detector(model).inspect(grey);
    const pixels =
      truth === undefined
        ? null
        : pixelHistograms(
            enlargePlane(evidence, atLeast(grey, evidence)),
            truth === 'good' ? null : await loadMask(truth.mask, atLeast(grey, evidence)),
          );
    return {
      facts,
      decision,
      score,
      psnr,
      ssim,
      regions,
      statistics,
      evidence: encodeMap(evidence),
      pixels,
      seconds: (performance.now() - start) / 1000,
    };
  },
);

const atLeast = (size: Size, least: Size): Size => ({
  width: Math.max(size.width, least.width),
  height: Math.max(size.height, least.height),
});

/** A mask by nearest pixel at the size of the part: 1 where the file is brighter than half. */
async function loadMask(path: string, size: Size): Promise<Uint8Array> {
  const { grey } = await load(path);
  const mask = new Uint8Array(size.width * size.height);
  for (let y = 0, i = 0; y < size.height; y++) {
    const row = Math.floor(((y + 0.5) * grey.height) / size.height) * grey.width;
    for (let x = 0; x < size.width; x++, i++) {
      const brightness = grey.data[row + Math.floor(((x + 0.5) * grey.width) / size.width)] ?? 0;
      mask[i] = brightness >= 0.5 ? 1 : 0;
    }
  }
  return mask;
}

/** The part as a report shows it: itself, with its heat map, and as expected. */
export const detail = task(async ({ path, ...model }: SharedModel & { path: string }) => {
  const { facts, grey } = await load(path, isColour(model));
  return { facts, ...(await renderDetail(grey, detector(model).inspect(grey))) };
});

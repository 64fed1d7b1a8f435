import { describe, expect, it } from 'vitest';
import { PixelMetrics, pixelHistograms } from '../../../src-main/detection/metrics/pixel-histograms.ts';
import { auroc } from '../../../src-main/detection/metrics/ranking.ts';
import { createRandom } from '../../../src-main/numerics/random/generator.ts';

const random = createRandom(5, 'pixels');
const size = { width: 24, height: 16 };
const evidence = Float32Array.from({ length: 384 }, () => 2 * Math.abs(random.normal()));
const mask = Uint8Array.from({ length: 384 }, (_, i) => (i % 24 < 4 && i < 96 ? 1 : 0));
mask.forEach((defective, i) => (evidence[i]! += defective === 1 ? 1.5 : 0));
const map = { ...size, data: evidence };

describe('pixel metrics', () => {
  it('agree with the AUROC over all pixels', () => {
    const metrics = new PixelMetrics();
    metrics.add(pixelHistograms(map, mask));
    const pixels = [...evidence].map((score, i) => ({ score, defective: mask[i] === 1 }));
    expect(metrics.auroc()).toBeCloseTo(auroc(pixels), 3);
  });

  it('give an AUPRO of 1 to a map that is the mask itself, and about 0.15 to one that knows nothing', () => {
    const perfect = new PixelMetrics();
    perfect.add(pixelHistograms({ ...size, data: Float32Array.from(mask, (m) => 5 * m) }, mask));
    expect(perfect.aupro()).toBeCloseTo(1, 6);
    const flat = new PixelMetrics();
    flat.add(pixelHistograms({ ...size, data: new Float32Array(384).fill(1) }, mask));
    expect(flat.aupro()).toBeCloseTo(0.15, 6);
  });

  it('count every true region alike, however small', () => {
    const two = mask.slice();
    two[380] = 1;
    const metrics = new PixelMetrics();
    metrics.add(pixelHistograms(map, two));
    expect(metrics.regionCount).toBe(2);
  });
});

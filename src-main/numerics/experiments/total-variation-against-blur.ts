import type { Size } from '../../../src-shared/domain/image.ts';
import type { Kernels } from '../kernels/kernels.ts';
import { createRandom } from '../random/generator.ts';
import { denoiseByChambolle } from '../restoration/total-variation-chambolle.ts';
import { gaussianBlur } from '../signal/gaussian-blur.ts';
import { peakSignalToNoise } from './peak-signal-to-noise.ts';

export interface DenoisingComparisonOptions {
  readonly seed: number;
  /** Standard deviation of the noise. @default 0.1 */
  readonly noise?: number;
  /** Penalties of total variation that are tried. @default 0.03 to 0.3 */
  readonly penalties?: readonly number[];
  /** Deviations of the blur that are tried, in pixels. @default 0.4 to 2 */
  readonly sigmas?: readonly number[];
}

/** A way to denoise at its best. */
export interface BestDenoised {
  /** [height x width] */
  readonly image: Float64Array;
  /** The penalty, or sigma, with the highest PSNR. */
  readonly setting: number;
  /** In decibels. */
  readonly psnr: number;
}

export interface DenoisingComparison {
  readonly noisy: { readonly image: Float64Array; readonly psnr: number };
  readonly totalVariation: BestDenoised;
  readonly blur: BestDenoised;
}

/**
 * Noise taken away by total variation and by Gaussian blur, each with the setting that suits it best.
 *
 * @param clean [height x width], intensities in [0, 1]
 */
export function compareTotalVariationWithBlur(
  kernels: Kernels,
  clean: Float64Array,
  size: Size,
  {
    seed,
    noise = 0.1,
    penalties = [0.03, 0.05, 0.08, 0.12, 0.2, 0.3],
    sigmas = [0.4, 0.6, 0.8, 1, 1.3, 1.6, 2],
  }: DenoisingComparisonOptions,
): DenoisingComparison {
  const random = createRandom(seed, 'experiments/denoising');
  const noisy = clean.map((value) => value + noise * random.normal());
  const best = (settings: readonly number[], denoise: (setting: number) => Float64Array): BestDenoised =>
    settings
      .map((setting) => {
        const image = denoise(setting);
        return { image, setting, psnr: peakSignalToNoise(image, clean) };
      })
      .reduce((a, b) => (b.psnr > a.psnr ? b : a));
  return {
    noisy: { image: noisy, psnr: peakSignalToNoise(noisy, clean) },
    totalVariation: best(penalties, (penalty) => {
      const out = new Float64Array(clean.length);
      denoiseByChambolle({ image: noisy, size, penalty }, out, { tolerance: 1e-3 }, kernels);
      return out;
    }),
    blur: best(sigmas, (sigma) =>
      kernels.scoped(() => {
        const out = kernels.f32(clean.length);
        gaussianBlur(kernels, kernels.copyF32(noisy), size, sigma, out);
        return Float64Array.from(out.view);
      }),
    ),
  };
}

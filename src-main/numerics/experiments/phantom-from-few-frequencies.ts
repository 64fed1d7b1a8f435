import type { Size } from '../../../src-shared/domain/image.ts';
import type { Kernels } from '../kernels/kernels.ts';
import { createRandom } from '../random/generator.ts';
import { reconstructFromFourier } from '../restoration/compressed-sensing.ts';
import { imageOfSpectrum, measureFourier, variableDensityMask } from '../restoration/partial-fourier.ts';
import type { ImageSparsity } from '../restoration/sparse-splitting.ts';
import { peakSignalToNoise } from './peak-signal-to-noise.ts';
import { headPhantom } from './phantom.ts';

export interface PhantomOptions {
  readonly seed: number;
  /** A power of two. @default 128 */
  readonly side?: number;
  /** Share of the Fourier coefficients that are measured. @default 0.25 */
  readonly share?: number;
  /** Rounds of compressed sensing. @default 8 */
  readonly rounds?: number;
}

export interface PhantomReconstruction {
  readonly size: Size;
  /** [height x width] each, intensities in [0, 1]. */
  readonly phantom: Float64Array;
  /** Zero frequency first; 1 where measured. */
  readonly mask: Uint8Array;
  /** Zeros in place of what was not measured. */
  readonly zeroFilled: Float64Array;
  readonly byTotalVariation: Float64Array;
  readonly byWavelets: Float64Array;
  /** In decibels. */
  readonly psnr: { readonly zeroFilled: number; readonly totalVariation: number; readonly wavelets: number };
}

/**
 * A phantom from a quarter of its Fourier coefficients (Candes, Romberg & Tao 2006; Lustig, Donoho & Pauly 2007).
 *
 * @param kernels with them in single precision
 */
export function reconstructPhantom(
  { seed, side = 128, share = 0.25, rounds = 8 }: PhantomOptions,
  kernels?: Kernels,
): PhantomReconstruction {
  const size = { width: side, height: side };
  const phantom = headPhantom(size);
  const mask = variableDensityMask(size, share, createRandom(seed, 'experiments/phantom'));
  const measured = measureFourier(phantom, size, mask);
  const zeroFilled = new Float64Array(phantom.length);
  imageOfSpectrum({ ...measured.spectrum, values: measured.spectrum.values.slice() }, zeroFilled);
  const byTotalVariation = new Float64Array(phantom.length);
  const reconstruct = (sparsity: ImageSparsity, out: Float64Array) =>
    reconstructFromFourier(measured, { sparsity, rounds, precision: 'single' }, out, kernels);
  reconstruct({ kind: 'total-variation' }, byTotalVariation);
  const byWavelets = new Float64Array(phantom.length);
  reconstruct({ kind: 'wavelet', wavelet: 'haar', levels: 4 }, byWavelets);
  const psnr = {
    zeroFilled: peakSignalToNoise(zeroFilled, phantom),
    totalVariation: peakSignalToNoise(byTotalVariation, phantom),
    wavelets: peakSignalToNoise(byWavelets, phantom),
  };
  return { size, phantom, mask, zeroFilled, byTotalVariation, byWavelets, psnr };
}

import type { Size } from '../../../src-shared/domain/image.ts';
import { dctDictionary } from '../dictionary/dct.ts';
import type { Kernels } from '../kernels/kernels.ts';
import { denseMatrix, type DenseMatrix } from '../linalg/dense-matrix.ts';
import { createRandom } from '../random/generator.ts';
import { inpaintByDictionary, learnFromMasked } from '../restoration/dictionary-inpainting.ts';
import { peakSignalToNoise } from './peak-signal-to-noise.ts';

export interface InpaintingComparisonOptions {
  readonly seed: number;
  /** Shares of the pixels that are missing. @default 0.25, 0.5, 0.75 */
  readonly shares?: readonly number[];
  /** @default 8 */
  readonly patchSize?: number;
  /** @default 64 */
  readonly atoms?: number;
  /** Iterations of K-SVD. @default 9 */
  readonly iterations?: number;
  /** Distance of neighbouring patches in pixels. @default 2 */
  readonly stride?: number;
}

export interface InpaintingComparison {
  /** Share of the pixels that are missing. */
  readonly share: number;
  /** [height x width], missing pixels 0 */
  readonly damaged: Float64Array;
  readonly byDct: Float64Array;
  readonly byKsvd: Float64Array;
  /** Of each, in decibels. */
  readonly psnr: { readonly damaged: number; readonly dct: number; readonly ksvd: number };
  /** [atoms x patchSize^2] as K-SVD learnt them. */
  readonly atoms: DenseMatrix;
}

/**
 * Missing pixels painted in with a DCT dictionary, and with one that K-SVD learnt from the damaged image itself
 * (Mairal, Elad & Sapiro 2008), for several shares of missing pixels.
 *
 * @param image [height x width], intensities in [0, 1]
 * @param kernels with them in single precision, in WebAssembly
 */
export function compareInpainting(
  image: Float64Array,
  size: Size,
  {
    seed,
    shares = [0.25, 0.5, 0.75],
    patchSize = 8,
    atoms: atomCount = 64,
    iterations = 9,
    stride = 2,
  }: InpaintingComparisonOptions,
  kernels?: Kernels,
): InpaintingComparison[] {
  const random = createRandom(seed, 'experiments/inpainting');
  const start = () =>
    denseMatrix(
      atomCount,
      patchSize * patchSize,
      dctDictionary({ width: patchSize, height: patchSize, atoms: atomCount, constantAtom: true }),
    );
  return shares.map((share) => {
    const mask = Uint8Array.from(image, () => (random.uniform() < share ? 0 : 1));
    const damaged = image.map((value, i) => (mask[i] === 0 ? 0 : value));
    const masked = { image: damaged, mask, size };
    // The fewer pixels are left, the fewer coefficients they can tell.
    const nonzeros = Math.max(2, Math.round(8 * (1 - share)));
    const options = { patchSize, stride, nonzeros, errorTarget: 1e-4, precision: 'single' } as const;
    const byDct = new Float64Array(image.length);
    inpaintByDictionary(start(), masked, options, byDct, kernels);
    const atoms = start();
    learnFromMasked(atoms, masked, { ...options, iterations }, kernels);
    const byKsvd = new Float64Array(image.length);
    inpaintByDictionary(atoms, masked, options, byKsvd, kernels);
    const psnr = {
      damaged: peakSignalToNoise(damaged, image),
      dct: peakSignalToNoise(byDct, image),
      ksvd: peakSignalToNoise(byKsvd, image),
    };
    return { share, damaged, byDct, byKsvd, psnr, atoms };
  });
}

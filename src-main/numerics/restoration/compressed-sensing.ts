import type { KernelOptions } from '../kernels/kernel-options.ts';
import type { Kernels } from '../kernels/kernels.ts';
import { smallestKernelSide } from '../signal/fourier-kernels.ts';
import { checkLevels } from '../transforms/wavelet.ts';
import { kernelSteps } from './compressed-sensing-kernels.ts';
import { imageOfSpectrum, unitarySpectrum, type PartialFourier } from './partial-fourier.ts';
import { sensingSystem, type SensingSteps, type SensingSystem } from './sensing-system.ts';
import { sparseSplitting, type ImageSparsity } from './sparse-splitting.ts';

export interface CompressedSensingOptions extends KernelOptions {
  readonly sparsity: ImageSparsity;
  /** Weight of the sparsity against the misfit of the measured coefficients, in the unit of the image. @default 0.01 */
  readonly penalty?: number;
  /** Times that what the measured coefficients miss is added back; 1 for noisy ones. @default 10 */
  readonly rounds?: number;
  /** Split Bregman steps per round. @default 20 */
  readonly steps?: number;
}

/**
 * Reconstruction of a real image from some of its Fourier coefficients (Lustig, Donoho & Pauly 2007; Candes, Romberg & Tao
 * 2006): least 1/2 |M F u - b|^2 + lambda |S u|_1 by split Bregman (Goldstein & Osher 2009, section 4), where each linear
 * system is diagonal in the Fourier domain. With several rounds the misfit is added back to b, and the measured
 * coefficients come out as they were measured.
 *
 * @param out u [height x width], overwritten
 * @param kernels with them and in single precision the steps are done in WebAssembly, to about five digits; double precision,
 * and pictures of less than eight pixels a side, do without
 * @throws RangeError when shapes do not fit, or sides are no powers of two
 */
export function reconstructFromFourier(
  measured: PartialFourier,
  { sparsity, penalty = 0.01, rounds = 10, steps = 20, precision = 'double' }: CompressedSensingOptions,
  out: Float64Array,
  kernels?: Kernels,
): void {
  checkMeasured(measured, out);
  if (sparsity.kind === 'wavelet') checkLevels(out, measured.size, sparsity.levels);
  const system = sensingSystem(measured, sparsity, penalty);
  const run = (work: SensingSteps) => {
    for (let round = 0; round < rounds; round++) {
      if (round > 0) work.addMisfit();
      for (let step = 0; step < steps; step++) work.step();
    }
  };
  const { width, height } = measured.size;
  if (kernels && precision === 'single' && Math.min(width, height) >= smallestKernelSide)
    kernels.scoped(() => {
      const work = kernelSteps(kernels, system);
      run(work);
      work.read(out);
    });
  else run(plainSteps(system, out));
}

function checkMeasured({ size, mask, spectrum }: PartialFourier, out: Float64Array): void {
  const { width, height } = size;
  const pixels = width * height;
  if (![width, height].every((side) => side > 1 && Number.isInteger(Math.log2(side))))
    throw new RangeError(`The sides of ${width} x ${height} pixels are not powers of two.`);
  if (out.length !== pixels || mask.length !== pixels || spectrum.values.length !== 2 * pixels)
    throw new RangeError(`${out.length} values are no plane of ${width} x ${height}.`);
}

/** The reference, in double precision. */
function plainSteps(
  { measured, sparsity, gamma, threshold, inverse }: SensingSystem,
  out: Float64Array,
): SensingSteps {
  const { size, mask } = measured;
  const { values: b } = measured.spectrum;
  const splitting = sparseSplitting(size, sparsity, threshold);
  const wanted = b.slice();
  const adjoint = new Float64Array(out.length);
  const right = new Float64Array(out.length);
  imageOfSpectrum({ ...size, values: wanted.slice() }, adjoint);
  out.fill(0);
  return {
    step() {
      splitting.adjoint(right);
      for (let i = 0; i < out.length; i++) right[i] = adjoint[i]! + gamma * right[i]!;
      const spectrum = unitarySpectrum(right, size);
      for (let i = 0; i < out.length; i++) {
        spectrum.values[2 * i]! *= inverse[i]!;
        spectrum.values[2 * i + 1]! *= inverse[i]!;
      }
      imageOfSpectrum(spectrum, out);
      splitting.shrink(out);
    },
    addMisfit() {
      const now = unitarySpectrum(out, size).values;
      for (let i = 0; i < out.length; i++) {
        if (mask[i] === 0) continue;
        wanted[2 * i]! += b[2 * i]! - now[2 * i]!;
        wanted[2 * i + 1]! += b[2 * i + 1]! - now[2 * i + 1]!;
      }
      imageOfSpectrum({ ...size, values: wanted.slice() }, adjoint);
    },
  };
}

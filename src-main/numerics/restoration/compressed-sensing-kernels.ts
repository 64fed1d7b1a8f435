import type { F32, Kernels } from '../kernels/kernels.ts';
import { fourierKernels, type FourierKernels } from '../signal/fourier-kernels.ts';
import { scalingFilters, type Wavelet } from '../transforms/wavelet.ts';
import { waveletKernels } from '../transforms/wavelet-kernels.ts';
import type { SensingSteps, SensingSystem } from './sensing-system.ts';

/**
 * The steps of a reconstruction in single precision, in kernel memory. What the misfit adds to b is added to its image
 * instead: both are the same, for the filter of the mask is what M F and its adjoint make of a real image.
 */
export function kernelSteps(
  kernels: Kernels,
  { measured, sparsity, gamma, threshold, weights, inverse }: SensingSystem,
): SensingSteps & { readonly read: (out: Float64Array) => void } {
  const fourier = fourierKernels(kernels, measured.size);
  const { functions } = kernels;
  const { length, stride, size } = fourier;
  const u = fourier.plane();
  const [first, adjoint] = [fourier.plane(), fourier.plane()];
  fourier.planeOf(measured.spectrum.values, first);
  adjoint.view.set(first.view);
  const solve = fourier.filter(inverse);
  const seen = fourier.filter(weights);
  const splitting =
    sparsity.kind === 'total-variation'
      ? gradientSplitting(kernels, fourier, threshold)
      : waveletSplitting(kernels, fourier, sparsity, threshold);
  return {
    step() {
      splitting.addAdjoint(adjoint, gamma, u);
      fourier.apply(solve, u);
      splitting.shrink(u);
    },
    addMisfit() {
      fourier.apply(seen, u);
      functions.addScaled(adjoint.pointer, first.pointer, 1, length);
      functions.addScaled(adjoint.pointer, u.pointer, -1, length);
    },
    read(out) {
      const { view } = u;
      for (let y = 0; y < size.height; y++)
        out.set(view.subarray(y * stride, y * stride + size.width), y * size.width);
    },
  };
}

/** As `Splitting`, in kernel memory. */
interface KernelSplitting {
  /** out = a + weight St (d - b) */
  addAdjoint(a: F32, weight: number, out: F32): void;
  shrink(u: F32): void;
}

function gradientSplitting(
  { functions }: Kernels,
  { size, stride, plane }: FourierKernels,
  threshold: number,
): KernelSplitting {
  const { width, height } = size;
  const [ex, ey] = [plane().pointer, plane().pointer];
  const [bx, by] = [plane().pointer, plane().pointer];
  return {
    addAdjoint(a, weight, out) {
      functions.addGradientAdjoint(a.pointer, width, height, stride, weight, ex, ey, out.pointer);
    },
    shrink(u) {
      functions.shrinkPeriodicGradient(u.pointer, width, height, stride, threshold, ex, ey, bx, by);
    },
  };
}

function waveletSplitting(
  kernels: Kernels,
  { size, stride, length, plane }: FourierKernels,
  { wavelet, levels }: { wavelet: Wavelet; levels: number },
  threshold: number,
): KernelSplitting {
  const { functions } = kernels;
  const { width, height } = size;
  const transform = waveletKernels(kernels, scalingFilters[wavelet], 'single');
  const shape = { ...size, stride };
  const [e, b, scratch] = [plane(), plane(), plane()];
  return {
    addAdjoint(a, weight, out) {
      out.view.set(e.view);
      transform('backward', out, shape, levels, scratch);
      functions.scale(out.pointer, length, weight);
      functions.addScaled(out.pointer, a.pointer, 1, length);
    },
    shrink(u) {
      e.view.set(u.view);
      transform('forward', e, shape, levels, scratch);
      const averages = [width >> levels, height >> levels] as const;
      functions.shrinkDetails(e.pointer, width, height, stride, ...averages, threshold, b.pointer);
    },
  };
}

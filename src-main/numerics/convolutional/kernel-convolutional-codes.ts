import type { Size } from '../../../src-shared/domain/image.ts';
import type { Kernels } from '../kernels/kernels.ts';
import { readRows } from '../kernels/padded-rows.ts';
import { squaredNorm } from '../linalg/vectors.ts';
import { mapSize, type FilterBank } from './filter-bank.ts';
import type { ConvolutionalOptions, ConvolutionalReport } from './convolutional-codes.ts';
import { squaredNormOfFilters } from './filter-norm.ts';
import { kernelMaps, kernelPlane, kernelTaps } from './kernel-convolution.ts';

/** See `convolutionalCodes`. */
export function kernelConvolutionalCodes(
  kernels: Kernels,
  bank: FilterBank,
  picture: Float64Array,
  image: Size,
  { penalty, tolerance, maxIterations }: Required<ConvolutionalOptions>,
  maps: Float64Array,
): ConvolutionalReport {
  const { width, height } = mapSize(image, bank);
  return kernels.scoped(() => {
    const { functions } = kernels;
    const taps = kernelTaps(kernels, bank);
    const plane = kernelPlane(kernels, picture, image);
    const codes = kernelMaps(kernels, maps, bank, image);
    const report = kernels.f64(3);
    const scratchBytes = functions.convolutionalCodesScratch(
      bank.count,
      height,
      codes.stride,
      image.height,
      plane.stride,
    );
    functions.convolutionalCodes(
      taps.values.pointer,
      bank.count,
      bank.size,
      taps.stride,
      plane.values.pointer,
      image.height,
      plane.stride,
      codes.values.pointer,
      width,
      codes.stride,
      penalty,
      1 / (squaredNormOfFilters(bank) || 1),
      (tolerance * squaredNorm(picture)) / 2,
      maxIterations,
      report.pointer,
      kernels.f32(scratchBytes / 4).pointer,
    );
    readRows(codes.values.view, codes.stride, maps, width);
    const [objective = 0, gap = 0, iterations = 0] = report.view;
    return { objective, gap, iterations };
  });
}

import type { Size } from '../../../src-shared/domain/image.ts';
import type { Kernels } from '../kernels/kernels.ts';
import { readRows } from '../kernels/padded-rows.ts';
import { mapSize, type FilterBank } from './filter-bank.ts';
import { framedMaps, kernelMaps, kernelPlane, kernelTaps } from './kernel-convolution.ts';
import type { MapCorrelations } from './map-correlations.ts';

/** See `filterGradient`. */
export function kernelFilterGradient(
  kernels: Kernels,
  bank: FilterBank,
  maps: Float64Array,
  residual: Float64Array,
  image: Size,
): Float64Array {
  const { height } = mapSize(image, bank);
  const gradient = new Float64Array(bank.values.length);
  kernels.scoped(() => {
    const sums = kernelTaps(kernels, { ...bank, values: gradient });
    const codes = kernelMaps(kernels, maps, bank, image);
    const plane = kernelPlane(kernels, residual, image);
    kernels.functions.addFilterGradient(
      sums.values.pointer,
      bank.count,
      bank.size,
      sums.stride,
      codes.values.pointer,
      height,
      codes.stride,
      plane.values.pointer,
      plane.stride,
    );
    readRows(sums.values.view, sums.stride, gradient, bank.size);
  });
  return gradient;
}

/** See `addMapCorrelations`. */
export function kernelMapCorrelations(
  kernels: Kernels,
  sums: MapCorrelations,
  bank: FilterBank,
  maps: Float64Array,
  image: Size,
): void {
  const { height } = mapSize(image, bank);
  const { count, reach, values } = sums;
  kernels.scoped(() => {
    const stride = Math.ceil(reach / 4) * 4;
    const own = kernels.f32(count * count * reach * stride);
    const framed = framedMaps(kernels, maps, bank, image);
    kernels.functions.addMapCorrelations(
      own.pointer,
      count,
      bank.size,
      stride,
      framed.values.pointer,
      height,
      framed.stride,
    );
    const found = new Float64Array(values.length);
    readRows(own.view, stride, found, reach);
    for (let i = 0; i < values.length; i++) values[i]! += found[i]!;
  });
}

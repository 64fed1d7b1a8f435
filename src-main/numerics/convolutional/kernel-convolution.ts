import type { Size } from '../../../src-shared/domain/image.ts';
import type { F32, Kernels } from '../kernels/kernels.ts';
import { copyRows } from '../kernels/padded-rows.ts';
import { mapSize, type FilterBank } from './filter-bank.ts';

/** Numbers of a vector: rows are padded by zeros to whole ones. */
const perVector = 4;
/** Numbers that are read beyond the last row of a picture at most. */
const spare = 16;

const padded = (length: number) => Math.ceil(length / perVector) * perVector;

/** A plane [height x stride] of a picture in kernel memory, wide enough for a filter's padding. */
export interface KernelPlane {
  readonly values: F32;
  readonly stride: number;
}

export function kernelPlane(kernels: Kernels, picture: Float64Array, { width, height }: Size): KernelPlane {
  const stride = padded(width) + perVector;
  const values = kernels.f32(height * stride + spare);
  copyRows(picture, width, values.view, stride);
  return { values, stride };
}

/** [filters x size x stride] */
export function kernelTaps(kernels: Kernels, { count, size, values }: FilterBank): KernelPlane {
  const stride = padded(size);
  const taps = kernels.f32(count * size * stride);
  copyRows(values, size, taps.view, stride);
  return { values: taps, stride };
}

/** Maps [filters x height x stride] of codes. */
export function kernelMaps(kernels: Kernels, maps: Float64Array, bank: FilterBank, image: Size): KernelPlane {
  const { width, height } = mapSize(image, bank);
  const stride = padded(width);
  const values = kernels.f32(bank.count * height * stride + spare);
  copyRows(maps, width, values.view, stride);
  return { values, stride };
}

/** Maps [filters x height + 2 (size - 1) x stride] with zeros around each, as far as a filter reaches. */
export function framedMaps(kernels: Kernels, maps: Float64Array, bank: FilterBank, image: Size): KernelPlane {
  const { width, height } = mapSize(image, bank);
  const far = bank.size - 1;
  const stride = padded(width + 2 * far) + perVector;
  const framedHeight = height + 2 * far;
  const values = kernels.f32(bank.count * framedHeight * stride + spare);
  const { view } = values;
  for (let k = 0; k < bank.count; k++) {
    const own = maps.subarray(k * width * height, (k + 1) * width * height);
    const start = (k * framedHeight + far) * stride + far;
    copyRows(own, width, view.subarray(start), stride);
  }
  return { values, stride };
}

import type { F32, F64, Kernels } from '../kernels/kernels.ts';
import { rowOf, type DenseMatrix } from '../linalg/dense-matrix.ts';
import { matrixOf, type LinearMap } from './linear-map.ts';

export type Precision = 'double' | 'single';

/** Numbers that the kernels take at a time, in either precision. */
const perBlock = 8;

/** Vectors and maps in kernel memory as the kernels of the generalised lasso want them; they last as long as the memory does. */
export interface KernelSpace {
  /** The values, or that many zeros, with zeros around them: a whole block at least, and as many as a stencil has numbers. */
  vector(values: Float64Array | number): F32 | F64;
  /** Byte address of the map. */
  map(map: LinearMap): number;
  /** Byte address of the addresses of a matrix's rows, each a vector. */
  rows(matrix: DenseMatrix): number;
}

/** @param widest numbers of the longest stencil that will be applied */
export function kernelSpace(kernels: Kernels, precision: Precision, widest: number): KernelSpace {
  const numbers = (length: number): F32 | F64 =>
    precision === 'single' ? kernels.f32(length) : kernels.f64(length);
  const margin = wholeBlocks(widest + perBlock);

  function vector(values: Float64Array | number): F32 | F64 {
    const length = typeof values === 'number' ? values : values.length;
    const region = numbers(2 * margin + wholeBlocks(length)).slice(margin, margin + length);
    if (typeof values !== 'number') region.view.set(values);
    return region;
  }

  function rows(matrix: DenseMatrix): number {
    const stride = wholeBlocks(matrix.columns);
    const all = numbers(matrix.rows * stride);
    const { view } = all;
    for (let i = 0; i < matrix.rows; i++) view.set(rowOf(matrix, i), i * stride);
    const bytes = stride * view.BYTES_PER_ELEMENT;
    return kernels.copyI32(Array.from({ length: matrix.rows }, (_, i) => all.pointer + i * bytes)).pointer;
  }

  return {
    vector,
    rows,
    map(map) {
      const { rows: m, columns, stencil } = map;
      const values = stencil ? vector(stencil).pointer : rows(matrixOf(map));
      return kernels.copyI32([m, columns, stencil?.length ?? 0, values]).pointer;
    },
  };
}

function wholeBlocks(length: number): number {
  return Math.ceil(length / perBlock) * perBlock;
}

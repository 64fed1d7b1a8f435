import type { KernelOptions } from '../kernels/kernel-options.ts';
import type { Kernels } from '../kernels/kernels.ts';
import type { DenseMatrix } from '../linalg/dense-matrix.ts';
import type { PursuitStopping } from './matching-pursuit.ts';

/** Signals that are copied to the kernels at a time. */
const signalsPerBlock = 256;

/**
 * The codes of `maskedCodes`, whose arguments these are and which has checked them, in WebAssembly.
 *
 * @param mask null where nothing is missing
 * @throws RangeError when the non-zeros or the error target do not make sense
 */
export function kernelMaskedCodes(
  kernels: Kernels,
  atoms: DenseMatrix,
  signals: DenseMatrix,
  mask: Uint8Array | null,
  { nonzeros, errorTarget = 0, nonNegative = false }: PursuitStopping,
  precision: KernelOptions['precision'],
  codes: DenseMatrix,
): void {
  if (!(nonzeros >= 0 && (Number.isInteger(nonzeros) || nonzeros === Infinity)))
    throw new RangeError(`A code cannot have at most ${nonzeros} atoms.`);
  if (!(errorTarget >= 0)) throw new RangeError(`An error target cannot be ${errorTarget}.`);
  const { rows: atomCount, columns: dimension } = atoms;
  const { functions } = kernels;
  const isSingle = precision === 'single';
  const room = (length: number) => (isSingle ? kernels.f32(length) : kernels.f64(length));
  const pursuit = isSingle ? functions.maskedPursuit32 : functions.maskedPursuit64;
  const most = Math.min(nonzeros, atomCount, dimension);
  const stride = Math.ceil(atomCount / 8) * 8;
  const perBlock = Math.min(signalsPerBlock, signals.rows);
  kernels.scoped(() => {
    const turned = room(dimension * stride);
    const squares = room(dimension * stride);
    const block = room(perBlock * dimension);
    const observed = mask && room(perBlock * dimension);
    const found = room(perBlock * atomCount);
    const scratch = kernels.f64(
      Math.ceil(functions.maskedPursuitScratch(dimension, stride, most, isSingle ? 4 : 8) / 8),
    );
    turnAtoms(atoms, turned.view, squares.view, stride);
    for (let first = 0; first < signals.rows; first += perBlock) {
      const count = Math.min(perBlock, signals.rows - first);
      const [from, to] = [first * dimension, (first + count) * dimension];
      block.view.set(signals.values.subarray(from, to));
      if (mask) observed?.view.set(mask.subarray(from, to));
      pursuit(
        turned.pointer,
        squares.pointer,
        dimension,
        atomCount,
        stride,
        block.pointer,
        observed?.pointer ?? 0,
        count,
        most,
        errorTarget,
        nonNegative ? 1 : 0,
        found.pointer,
        scratch.pointer,
      );
      codes.values.set(found.view.subarray(0, count * atomCount), first * atomCount);
    }
  });
}

/** D_T [dimension x stride] and the squares of its numbers. */
function turnAtoms(
  { rows, columns, values }: DenseMatrix,
  turned: Float32Array | Float64Array,
  squares: Float32Array | Float64Array,
  stride: number,
): void {
  for (let k = 0, from = 0; k < rows; k++) {
    for (let at = k; at < columns * stride; at += stride, from++) {
      const value = values[from]!;
      turned[at] = value;
      squares[at] = value * value;
    }
  }
}

import { Matrix, QrDecomposition } from 'ml-matrix';
import type { Kernels } from '../kernels/kernels.ts';
import { denseMatrix, transposed, type DenseMatrix } from '../linalg/dense-matrix.ts';

/** Y = Q R: signals as turned ones of as many as there are dimensions. */
export interface TurnedSignals {
  /** Q [count x dimension], columns orthonormal, or 0 where the signals have fewer dimensions. */
  readonly turn: DenseMatrix;
  /** R [dimension x dimension] */
  readonly turned: DenseMatrix;
}

/**
 * Turns signals so that all but as many as there are dimensions are 0, which are left out.
 *
 * @param signals Y [count x dimension], more signals than dimensions
 * @param kernels with them in WebAssembly
 */
export function turnSignals(signals: DenseMatrix, kernels?: Kernels): TurnedSignals {
  const { rows: count, columns: dimension, values } = signals;
  if (!kernels) {
    const { orthogonalMatrix, upperTriangularMatrix } = new QrDecomposition(
      Matrix.from1DArray(count, dimension, values),
    );
    return {
      turn: denseMatrix(count, dimension, orthogonalMatrix.to1DArray()),
      turned: denseMatrix(dimension, dimension, upperTriangularMatrix.to1DArray()),
    };
  }
  return kernels.scoped(() => {
    const length = count + (count & 1);
    const rows = kernels.f64(dimension * length);
    const factor = kernels.f64(dimension * dimension);
    const { view } = rows;
    for (let s = 0, at = 0; s < count; s++)
      for (let i = 0; i < dimension; i++, at++) view[i * length + s] = values[at]!;
    kernels.functions.orthonormalise(rows.pointer, dimension, length, factor.pointer);
    const { values: turn } = transposed({ rows: dimension, columns: length, values: view });
    return {
      turn: denseMatrix(count, dimension, turn.subarray(0, count * dimension)),
      turned: denseMatrix(dimension, dimension, factor.view.slice()),
    };
  });
}

import type { DenseMatrix } from '../linalg/dense-matrix.ts';
import { timesVector, transposeTimesVector } from '../linalg/products.ts';

/** A linear map F from vectors of `columns` numbers to vectors of `rows` numbers, known by what it does. */
export interface LinearMap {
  readonly rows: number;
  readonly columns: number;
  /** F x into out [rows]. */
  apply(x: Float64Array, out: Float64Array): void;
  /** Ft y into out [columns]. */
  applyTransposed(y: Float64Array, out: Float64Array): void;
  /** [rows] sums of the magnitudes of each row, and [columns] of each column. */
  absoluteSums(): { rows: Float64Array; columns: Float64Array };
  /** Row i holds these numbers from column i on and nothing else, where the map is of that kind. */
  readonly stencil?: Float64Array;
  /** F itself, where the map is that of a matrix. */
  readonly matrix?: DenseMatrix;
}

/** The map of a matrix. */
export function denseMap(matrix: DenseMatrix): LinearMap {
  return {
    rows: matrix.rows,
    columns: matrix.columns,
    matrix,
    apply: (x, out) => timesVector(matrix, x, out),
    applyTransposed: (y, out) => transposeTimesVector(matrix, y, out),
    absoluteSums() {
      const rows = new Float64Array(matrix.rows);
      const columns = new Float64Array(matrix.columns);
      matrix.values.forEach((value, at) => {
        rows[Math.floor(at / matrix.columns)]! += Math.abs(value);
        columns[at % matrix.columns]! += Math.abs(value);
      });
      return { rows, columns };
    },
  };
}

/**
 * Differences of an order from 0 (the identity) up between neighbours of a signal: order 1 is x[i + 1] - x[i], order 2
 * the difference of those, and so on.
 *
 * @param length of the signal, more than the order
 * @throws RangeError when the signal is too short or the order is not a whole number
 */
export function differenceMap(length: number, order: number): LinearMap {
  if (!(Number.isInteger(order) && order >= 0 && Number.isInteger(length) && length > order))
    throw new RangeError(`${length} values have no differences of order ${order}.`);
  let stencil = Float64Array.of(1);
  for (let step = 0; step < order; step++) {
    const next = new Float64Array(stencil.length + 1);
    stencil.forEach((value, i) => {
      next[i]! -= value;
      next[i + 1]! += value;
    });
    stencil = next;
  }
  const rows = length - order;
  return {
    rows,
    columns: length,
    stencil,
    apply(x, out) {
      for (let i = 0; i < rows; i++) {
        let sum = 0;
        for (let j = 0; j <= order; j++) sum += stencil[j]! * x[i + j]!;
        out[i] = sum;
      }
    },
    applyTransposed(y, out) {
      out.fill(0);
      for (let i = 0; i < rows; i++) for (let j = 0; j <= order; j++) out[i + j]! += stencil[j]! * y[i]!;
    },
    absoluteSums() {
      const whole = stencil.reduce((sum, value) => sum + Math.abs(value), 0);
      const columns = new Float64Array(length);
      for (let i = 0; i < rows; i++)
        for (let j = 0; j <= order; j++) columns[i + j]! += Math.abs(stencil[j]!);
      return { rows: new Float64Array(rows).fill(whole), columns };
    },
  };
}

/** F as a matrix [rows x columns]; where it is not one, column by column from what it does to unit vectors. */
export function matrixOf(map: LinearMap): DenseMatrix {
  if (map.matrix) return map.matrix;
  const values = new Float64Array(map.rows * map.columns);
  const unit = new Float64Array(map.columns);
  const column = new Float64Array(map.rows);
  for (let j = 0; j < map.columns; j++) {
    unit.fill(0);
    unit[j] = 1;
    map.apply(unit, column);
    column.forEach((value, i) => {
      values[i * map.columns + j] = value;
    });
  }
  return { rows: map.rows, columns: map.columns, values };
}

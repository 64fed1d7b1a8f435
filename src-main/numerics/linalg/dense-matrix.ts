/**
 * A matrix in double precision, row-major: the entry in row i, column j is `values[i * columns + j]`. As a
 * dictionary its rows are the atoms; as the design of a regression its rows are the features (columns of the
 * textbook's X), so that what a solver walks along lies side by side in memory.
 */
export interface DenseMatrix {
  readonly rows: number;
  readonly columns: number;
  /** [rows x columns] */
  readonly values: Float64Array;
}

/**
 * Wraps values [rows x columns] without copying double precision ones.
 *
 * @throws RangeError when there are not rows x columns > 0 values
 */
export function denseMatrix(rows: number, columns: number, values: ArrayLike<number>): DenseMatrix {
  if (!(Number.isInteger(rows) && rows > 0 && Number.isInteger(columns) && columns > 0))
    throw new RangeError(`A matrix cannot have ${rows} rows of ${columns} numbers.`);
  if (values.length !== rows * columns)
    throw new RangeError(`${rows} rows of ${columns} need ${rows * columns} numbers, not ${values.length}.`);
  return { rows, columns, values: values instanceof Float64Array ? values : Float64Array.from(values) };
}

/** Row i, sharing the matrix's memory. */
export function rowOf({ columns, values }: DenseMatrix, i: number): Float64Array {
  return values.subarray(i * columns, (i + 1) * columns);
}

/** The transpose, in memory of its own. */
export function transposed({ rows, columns, values }: DenseMatrix): DenseMatrix {
  const turned = new Float64Array(values.length);
  for (let i = 0; i < rows; i++)
    for (let j = 0; j < columns; j++) turned[j * rows + i] = values[i * columns + j]!;
  return { rows: columns, columns: rows, values: turned };
}

/** @throws RangeError naming the array when it does not hold exactly `length` numbers */
export function checkVector(vector: ArrayLike<number>, length: number, name: string): void {
  if (vector.length !== length)
    throw new RangeError(`${name} must hold ${length} numbers, not ${vector.length}.`);
}

/** Rows of numbers: sums, products and the change of precision. */
export interface RowKernels {
  absorbRows(
    rows: number,
    count: number,
    length: number,
    before: number,
    mean: number,
    scatter: number,
    stride: number,
    scratch: number,
  ): void;
  rowsToSingle(
    rows: number,
    count: number,
    length: number,
    less: number,
    out: number,
    outStride: number,
  ): void;
  rowsToDouble(rows: number, count: number, stride: number, length: number, plus: number, out: number): void;
  addScaled(target: number, source: number, factor: number, length: number): void;
}

import type { F32, Kernels } from '../kernels/kernels.ts';
import { copyRows, readRows } from '../kernels/padded-rows.ts';
import { checkVector, denseMatrix, type DenseMatrix } from '../linalg/dense-matrix.ts';
import type { CodeSums, ResidualSums } from './code-products.ts';

/** Signals that are taken to the kernels at a time. */
const signalsPerBlock = 2048;
/** Rows are padded to whole numbers of so many values. */
const panel = 8;

const padded = (length: number) => Math.ceil(length / panel) * panel;

/** See `residualEnergy`. */
export function kernelResidualEnergy(
  kernels: Kernels,
  atoms: DenseMatrix,
  signals: DenseMatrix,
  codes: DenseMatrix,
): number {
  let energy = 0;
  eachResidual(kernels, atoms, signals, codes, (_, own) => (energy += own));
  return energy;
}

/** See `residualSums`. */
export function kernelResidualSums(
  kernels: Kernels,
  atoms: DenseMatrix,
  signals: DenseMatrix,
  codes: DenseMatrix,
): ResidualSums {
  return kernels.scoped(() => {
    const sums = kernels.f32(padded(atoms.rows) * padded(atoms.columns));
    let energy = 0;
    eachResidual(kernels, atoms, signals, codes, (block, own) => {
      energy += own;
      addProducts(kernels, block, block.residuals, padded(atoms.columns), sums);
    });
    return { energy, products: unpadded(sums, atoms.rows, atoms.columns) };
  });
}

/** See `codeSums`. */
export function kernelCodeSums(kernels: Kernels, signals: DenseMatrix, codes: DenseMatrix): CodeSums {
  checkVector(codes.values, signals.rows * codes.columns, 'codes');
  return kernels.scoped(() => {
    const { columns: atomCount } = codes;
    const own = kernels.f32(padded(atomCount) ** 2);
    const withSignals = kernels.f32(padded(atomCount) * padded(signals.columns));
    eachBlock(kernels, signals, codes, (block) => {
      addProducts(kernels, block, block.codes, padded(atomCount), own);
      addProducts(kernels, block, block.signals, padded(signals.columns), withSignals);
    });
    return {
      codeProducts: unpadded(own, atomCount, atomCount),
      signalProducts: unpadded(withSignals, atomCount, signals.columns),
    };
  });
}

/** Signals with their codes in kernel memory, rows padded by zeros. */
interface Block {
  readonly count: number;
  /** Columns of the codes, padded. */
  readonly atomCount: number;
  readonly signals: F32;
  readonly codes: F32;
  readonly scratch: F32;
}

function eachBlock(
  kernels: Kernels,
  signals: DenseMatrix,
  codes: DenseMatrix,
  visit: (block: Block) => void,
): void {
  const most = Math.min(signalsPerBlock, signals.rows);
  const atomCount = padded(codes.columns);
  kernels.scoped(() => {
    const block = {
      atomCount,
      signals: kernels.f32(most * padded(signals.columns)),
      codes: kernels.f32(most * atomCount),
      scratch: kernels.f32(kernels.functions.codeProductsScratch(atomCount) / 4),
    };
    for (let first = 0; first < signals.rows; first += most) {
      const count = Math.min(most, signals.rows - first);
      takeRows(signals, first, count, block.signals.view);
      takeRows(codes, first, count, block.codes.view);
      visit({ ...block, count });
    }
  });
}

function eachResidual(
  kernels: Kernels,
  atoms: DenseMatrix,
  signals: DenseMatrix,
  codes: DenseMatrix,
  visit: (block: Block & { residuals: F32 }, energy: number) => void,
): void {
  checkVector(atoms.values, codes.columns * signals.columns, 'atoms');
  checkVector(codes.values, signals.rows * atoms.rows, 'codes');
  const dimension = padded(signals.columns);
  kernels.scoped(() => {
    const rows = kernels.f32(padded(atoms.rows) * dimension);
    takeRows(atoms, 0, atoms.rows, rows.view);
    const residuals = kernels.f32(Math.min(signalsPerBlock, signals.rows) * dimension);
    eachBlock(kernels, signals, codes, (block) => {
      const energy = kernels.functions.codeResiduals(
        block.signals.pointer,
        block.count,
        dimension,
        block.codes.pointer,
        block.atomCount,
        rows.pointer,
        residuals.pointer,
        block.scratch.pointer,
      );
      visit({ ...block, residuals }, energy);
    });
  });
}

/** sums += Xt R */
function addProducts(
  kernels: Kernels,
  { codes, count, atomCount, scratch }: Block,
  right: F32,
  width: number,
  sums: F32,
): void {
  kernels.functions.addCodeRows(
    codes.pointer,
    count,
    atomCount,
    right.pointer,
    width,
    sums.pointer,
    scratch.pointer,
  );
}

/** So many rows from the first, each padded. */
function takeRows({ columns, values }: DenseMatrix, first: number, count: number, out: Float32Array): void {
  copyRows(values.subarray(first * columns, (first + count) * columns), columns, out, padded(columns));
}

function unpadded({ view }: F32, rows: number, columns: number): DenseMatrix {
  const values = new Float64Array(rows * columns);
  readRows(view, padded(columns), values, columns);
  return denseMatrix(rows, columns, values);
}

import { lassoCoder } from '../dictionary/coder.ts';
import { scaleToUnitNorm } from '../dictionary/atom-scale.ts';
import { learnByOlshausenField } from '../dictionary/olshausen-field.ts';
import type { Kernels } from '../kernels/kernels.ts';
import { rowOf, type DenseMatrix } from '../linalg/dense-matrix.ts';
import { transposeTimesVector } from '../linalg/products.ts';
import { createRandom } from '../random/generator.ts';
import { fitWhitening, unwhitenRows, whitenRows } from '../transforms/whitening.ts';
import { deadLeaves } from './dead-leaves.ts';

export interface ReceptiveFieldOptions {
  readonly seed: number;
  /** Side of a patch in pixels. @default 10 */
  readonly patchSize?: number;
  /** @default 100 */
  readonly atoms?: number;
  /** lambda, on whitened patches of unit variance per pixel. @default 0.8 */
  readonly penalty?: number;
  /** Patches cut out, and coded in each update. @default 20000 and 200 */
  readonly patches?: number;
  readonly batch?: number;
  /** @default 400 */
  readonly updates?: number;
  /** How far codes converge, as for `lassoCoder`. @default 1e-4 */
  readonly tolerance?: number;
  /** Called after each update with the energy before it. */
  readonly onUpdate?: (energy: number, update: number) => void;
}

export interface ReceptiveFields {
  /** [atoms x patchSize^2] learnt from whitened patches, unit norm. */
  readonly atoms: DenseMatrix;
  /** The energy of each batch: the loss curve. */
  readonly energies: number[];
  /** Counts of coefficients that are not 0 in equal bins over [-range, range], and how many are 0. */
  readonly activity: { readonly counts: number[]; readonly range: number; readonly zeros: number };
  /** [shown x patchSize^2] patches as they were cut out, without their means, and as their codes rebuild them. */
  readonly originals: DenseMatrix;
  readonly rebuilt: DenseMatrix;
}

const side = 256;
const pictures = 8;
const shown = 36;
const bins = 41;
/** Share of the mean variance that is added to each: high frequencies are mostly rounding. */
const whiteningFloor = 0.01;

/**
 * The experiment of Olshausen & Field (Nature 381, 1996) on made-up natural-looking pictures: sparse codes of whitened
 * patches turn atoms into small oriented edges, like the receptive fields of simple cells in the visual cortex.
 *
 * @param kernels with them patches are whitened and, in single precision, coded in WebAssembly
 */
export function learnReceptiveFields(
  {
    seed,
    patchSize = 10,
    atoms: atomCount = 100,
    penalty = 0.8,
    patches: count = 20_000,
    batch = 200,
    updates = 400,
    tolerance = 1e-4,
    onUpdate,
  }: ReceptiveFieldOptions,
  kernels?: Kernels,
): ReceptiveFields {
  const patches = naturalPatches(seed, patchSize, count);
  const dimension = patchSize * patchSize;
  const meanVariance = patches.values.reduce((sum, value) => sum + value * value, 0) / patches.values.length;
  const scaler = fitWhitening(
    patches,
    { method: 'zca', regularisation: whiteningFloor * meanVariance },
    kernels,
  );
  const white = whitenRows(scaler, patches, kernels);

  const random = createRandom(seed, 'experiments/receptive-fields/start');
  const atoms = {
    rows: atomCount,
    columns: dimension,
    values: Float64Array.from({ length: atomCount * dimension }, () => random.normal()),
  };
  scaleToUnitNorm(atoms);
  const coder = lassoCoder(penalty, { tolerance, precision: 'single' }, kernels);
  const options = {
    coder,
    penalty,
    batch,
    updates,
    seed,
    precision: 'single',
    ...(onUpdate && { onUpdate }),
  } as const;
  const energies = learnByOlshausenField(white, atoms, options, kernels);

  const sample = firstRows(white, Math.min(1000, count));
  const codes = { rows: sample.rows, columns: atomCount, values: new Float64Array(sample.rows * atomCount) };
  coder(atoms, sample, codes);
  const few = Math.min(shown, count);
  const rebuiltWhite = { rows: few, columns: dimension, values: new Float64Array(few * dimension) };
  for (let i = 0; i < few; i++) transposeTimesVector(atoms, rowOf(codes, i), rowOf(rebuiltWhite, i));
  return {
    atoms,
    energies,
    activity: histogram(codes.values),
    originals: firstRows(patches, few),
    rebuilt: unwhitenRows(scaler, rebuiltWhite, kernels),
  };
}

/** Patches at random places of made-up pictures, each without its mean. */
function naturalPatches(seed: number, size: number, count: number): DenseMatrix {
  const images = Array.from({ length: pictures }, (_, i) =>
    deadLeaves({ width: side, height: side }, { seed: seed + i, radii: [2, side / 2] }),
  );
  const random = createRandom(seed, 'experiments/receptive-fields/places');
  const values = new Float64Array(count * size * size);
  for (let p = 0, at = 0; p < count; p++) {
    const image = images[p % pictures]!;
    const left = random.integer(side - size + 1);
    const top = random.integer(side - size + 1);
    const start = at;
    let sum = 0;
    for (let y = 0; y < size; y++)
      for (let x = 0; x < size; x++, at++) sum += values[at] = image[(top + y) * side + left + x]!;
    for (let i = start; i < at; i++) values[i]! -= sum / (size * size);
  }
  return { rows: count, columns: size * size, values };
}

function firstRows({ columns, values }: DenseMatrix, rows: number): DenseMatrix {
  return { rows, columns, values: values.slice(0, rows * columns) };
}

function histogram(coefficients: Float64Array): ReceptiveFields['activity'] {
  const range = coefficients.reduce((most, value) => Math.max(most, Math.abs(value)), 0) || 1;
  const counts = new Array<number>(bins).fill(0);
  let zeros = 0;
  for (const value of coefficients) {
    if (value === 0) zeros++;
    else counts[Math.min(Math.floor(((value / range + 1) / 2) * bins), bins - 1)]!++;
  }
  return { counts, range, zeros };
}

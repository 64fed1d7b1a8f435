import type { Size } from '../../../src-shared/domain/image.ts';
import type { Kernels } from '../kernels/kernels.ts';
import { checkVector } from '../linalg/dense-matrix.ts';
import { absoluteSum, squaredNorm } from '../linalg/vectors.ts';
import { filterGradient, synthesise } from './convolution.ts';
import { convolutionalCodes, type ConvolutionalOptions } from './convolutional-codes.ts';
import { mapSize, type FilterBank } from './filter-bank.ts';
import { addMapCorrelations, noMapCorrelations, type MapCorrelations } from './map-correlations.ts';

export interface FilterLearningOptions {
  /** lambda, in the unit of the inner product of a filter and the image, positive. */
  readonly penalty: number;
  readonly iterations: number;
  /** Steps towards the codes in an iteration. @default 50 */
  readonly codeSteps?: number;
  /** Sweeps over the filters in an iteration. @default 20 */
  readonly sweeps?: number;
  /** Called after each iteration with the objective. */
  readonly onIteration?: (objective: number, iteration: number) => void;
}

/** A picture to learn from. */
export interface FilterLesson {
  /** [height x width], without what varies slowly: filters are not to learn brightness. */
  readonly picture: Float64Array;
  readonly size: Size;
}

/**
 * Convolutional dictionary learning: filters d_k in the unit ball and maps x_k of each picture, least
 * 1/2 |y - sum_k d_k * x_k|^2 + lambda sum_k |x_k|_1 (the problem of Garcia-Cardona & Wohlberg, IEEE Trans. Comput. Imaging
 * 4(3), 2018). In turn the codes by FISTA from those before, and sweeps of projected gradient steps over the filters, one at
 * a time (Bolte, Sabach & Teboulle, Math. Program. 146, 2014), for which correlations of the maps are all that is needed.
 * Neither half ever raises the objective. A filter without codes becomes what the pictures are worst rebuilt at.
 *
 * What is learnt is known up to sign, and to a shift where the filter has room for it.
 *
 * @param bank norms at most 1: where to start, such as noise; its values are overwritten
 * @param kernels with them codes, and what they say of the filters, are found in WebAssembly in single precision
 * @returns the objective after each iteration, summed over the pictures
 * @throws RangeError when shapes do not fit, the penalty is not positive, or a filter is longer than 1
 */
export function learnFilters(
  bank: FilterBank,
  lessons: readonly FilterLesson[],
  { penalty, iterations, codeSteps = 50, sweeps = 20, onIteration }: FilterLearningOptions,
  kernels?: Kernels,
): number[] {
  if (!(penalty > 0)) throw new RangeError(`A penalty must be positive, not ${penalty}.`);
  checkVector(bank.values, bank.count * bank.size * bank.size, 'filters');
  for (let k = 0; k < bank.count; k++)
    if (!(squaredNorm(filterOf(bank, k)) <= 1 + 1e-9))
      throw new RangeError(`Filter ${k} is longer than 1; learning starts within the unit ball.`);
  const studies = lessons.map((lesson): Study => {
    checkVector(lesson.picture, lesson.size.width * lesson.size.height, 'picture');
    const { width, height } = mapSize(lesson.size, bank);
    const maps = new Float64Array(bank.count * width * height);
    return { ...lesson, maps, residual: lesson.picture.slice() };
  });
  return Array.from({ length: iterations }, (_, iteration) => {
    for (const study of studies) improveCodes(bank, study, { penalty, maxIterations: codeSteps }, kernels);
    improveFilters(bank, studies, sweeps, kernels);
    let objective = 0;
    for (const study of studies) {
      lookAgain(bank, study);
      objective += objectiveOf(study, penalty);
    }
    replaceUnused(bank, studies);
    onIteration?.(objective, iteration);
    return objective;
  });
}

/** A picture with its codes, and what they leave. */
interface Study extends FilterLesson {
  /** [filters x map height x map width] */
  maps: Float64Array;
  /** [height x width] */
  readonly residual: Float64Array;
}

function filterOf({ size, values }: FilterBank, k: number): Float64Array {
  return values.subarray(k * size * size, (k + 1) * size * size);
}

function lookAgain(bank: FilterBank, { picture, size, maps, residual }: Study): void {
  synthesise(bank, maps, size, residual);
  for (let i = 0; i < residual.length; i++) residual[i] = picture[i]! - residual[i]!;
}

function objectiveOf({ maps, residual }: Study, penalty: number): number {
  return squaredNorm(residual) / 2 + penalty * absoluteSum(maps);
}

/** FISTA may pass over a rise, so that steps that end on one are not taken. */
function improveCodes(
  bank: FilterBank,
  study: Study,
  options: ConvolutionalOptions,
  kernels?: Kernels,
): void {
  const maps = study.maps.slice();
  const { objective } = convolutionalCodes(bank, study.picture, study.size, options, maps, kernels);
  if (objective <= objectiveOf(study, options.penalty)) study.maps = maps;
}

function improveFilters(
  bank: FilterBank,
  studies: readonly Study[],
  sweeps: number,
  kernels?: Kernels,
): void {
  const correlations = noMapCorrelations(bank);
  const targets = new Float64Array(bank.values.length);
  for (const { picture, size, maps } of studies) {
    addMapCorrelations(correlations, bank, maps, size, kernels);
    filterGradient(bank, maps, picture, size, kernels).forEach((value, i) => (targets[i]! += value));
  }
  const taps = bank.size * bank.size;
  const slope = new Float64Array(taps);
  for (let sweep = 0; sweep < sweeps; sweep++) {
    for (let k = 0; k < bank.count; k++) {
      const curvature = curvatureOf(correlations, k);
      if (!(curvature > 0)) continue;
      slope.set(targets.subarray(k * taps, (k + 1) * taps));
      for (let l = 0; l < bank.count; l++) subtractImage(correlations, bank, k, l, slope);
      const filter = filterOf(bank, k);
      for (let t = 0; t < taps; t++) filter[t]! += slope[t]! / curvature;
      const norm = Math.sqrt(squaredNorm(filter));
      if (norm > 1) for (let t = 0; t < taps; t++) filter[t]! /= norm;
    }
  }
}

/** At least the largest eigenvalue of the misfit's curvature in filter k: its correlations' magnitudes together. */
function curvatureOf({ count, reach, values }: MapCorrelations, k: number): number {
  const start = k * (count + 1) * reach * reach;
  return absoluteSum(values.subarray(start, start + reach * reach));
}

/** slope -= what filter l says, seen through the maps of k. */
function subtractImage(
  { count, reach, values }: MapCorrelations,
  bank: FilterBank,
  k: number,
  l: number,
  slope: Float64Array,
): void {
  const { size } = bank;
  const filter = filterOf(bank, l);
  const pair = (k * count + l) * reach * reach;
  for (let j = 0, tap = 0; j < size; j++)
    for (let i = 0; i < size; i++, tap++) {
      let sum = 0;
      for (let v = 0, other = 0; v < size; v++) {
        const row = pair + (j - v + size - 1) * reach + i + size - 1;
        for (let u = 0; u < size; u++, other++) sum += values[row - u]! * filter[other]!;
      }
      slope[tap]! -= sum;
    }
}

function replaceUnused(bank: FilterBank, studies: readonly Study[]): void {
  for (let k = 0; k < bank.count; k++) {
    const isUsed = studies.some(({ maps }) => {
      const places = maps.length / bank.count;
      return maps.subarray(k * places, (k + 1) * places).some((code) => code !== 0);
    });
    if (isUsed) continue;
    const worst = worstPlace(bank, studies);
    if (!worst) return;
    filterOf(bank, k).set(worst);
    // One filter at a time: the next would become the same.
    return;
  }
}

/** What the codes leave where they leave most, of unit norm; null where nothing is left. */
function worstPlace({ size: side }: FilterBank, studies: readonly Study[]): Float64Array | null {
  let found: Float64Array | null = null;
  let most = 0;
  for (const { residual, size } of studies) {
    for (let y = 0; y + side <= size.height; y++)
      for (let x = 0; x + side <= size.width; x++) {
        const piece = new Float64Array(side * side);
        for (let j = 0; j < side; j++) {
          const from = (y + j) * size.width + x;
          piece.set(residual.subarray(from, from + side), j * side);
        }
        const energy = squaredNorm(piece);
        if (energy > most) [most, found] = [energy, piece];
      }
  }
  return found?.map((value) => value / Math.sqrt(most)) ?? null;
}

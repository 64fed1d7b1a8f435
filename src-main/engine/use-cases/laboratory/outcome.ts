import type {
  LaboratoryChart,
  LaboratoryFigure,
  LaboratoryPicture,
} from '../../../../src-shared/contract/laboratory.ts';
import type { Plane } from '../../../../src-shared/domain/image.ts';

/** A picture as it leaves the thread that made it. */
export type PlanePicture = Pick<LaboratoryPicture, 'name' | 'kind'> & { readonly plane: Plane };

/** What an experiment found, before it crosses to a caller. */
export interface Outcome {
  readonly figures: LaboratoryFigure[];
  readonly charts: LaboratoryChart[];
  readonly pictures: PlanePicture[];
}

type PictureName = LaboratoryPicture['name'];

/** @param values [height x width], intensities in [0, 1] */
export function image(
  name: PictureName,
  { width, height }: { readonly width: number; readonly height: number },
  values: ArrayLike<number>,
): PlanePicture {
  return { name, kind: 'image', plane: { width, height, data: Float32Array.from(values) } };
}

/** @param values [count x pixels of a patch] */
export function patches(name: PictureName, count: number, values: ArrayLike<number>): PlanePicture {
  const plane = { width: values.length / count, height: count, data: Float32Array.from(values) };
  return { name, kind: 'patches', plane };
}

type SeriesName = LaboratoryChart['series'][number]['name'];

/** Values over their places, from `first` on. */
export function series(name: SeriesName, values: ArrayLike<number>, first = 0) {
  return { name, x: Array.from(values, (_, i) => i + first), y: Array.from(values) };
}

/** Only the values that are not 0, over their places. */
export function nonzeroSeries(name: SeriesName, values: Float64Array) {
  const x = [...values.keys()].filter((i) => values[i] !== 0);
  return { name, x, y: x.map((i) => values[i] ?? 0) };
}

/** Counts of equal bins over [-range, range], at their centres. */
export function histogramSeries(name: SeriesName, counts: readonly number[], range: number) {
  return { name, x: counts.map((_, i) => ((2 * i + 1) / counts.length - 1) * range), y: [...counts] };
}

/** How often each whole number from 0 on occurs. */
export function countSeries(name: SeriesName, numbers: Uint32Array) {
  const counts = new Array<number>(numbers.reduce((most, value) => Math.max(most, value), 0) + 1).fill(0);
  for (const value of numbers) counts[value] = (counts[value] ?? 0) + 1;
  return series(name, counts);
}

/** As good as equal: a picture without contrast is rebuilt without an error, and a figure has to be finite. */
const mostDecibels = 99;

export function decibels(name: LaboratoryFigure['name'], value: number): LaboratoryFigure {
  return { name, value: Math.min(value, mostDecibels), unit: 'decibel' };
}

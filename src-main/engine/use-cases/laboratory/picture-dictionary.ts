import type { LaboratoryChart } from '../../../../src-shared/contract/laboratory.ts';
import { ssim } from '../../../imaging/quality/ssim.ts';
import { peakSignalToNoise } from '../../../numerics/experiments/peak-signal-to-noise.ts';
import type { Kernels } from '../../../numerics/kernels/kernels.ts';
import type { DenseMatrix } from '../../../numerics/linalg/dense-matrix.ts';
import { activityOf, atomsPerPatch, atomUse } from './code-statistics.ts';
import type { CodedGround } from './dictionary-source.ts';
import { countSeries, decibels, histogramSeries, image, patches, series } from './outcome.ts';
import type { Outcome } from './outcome.ts';
import { codePicture } from './picture-codes.ts';

/** Patches shown above what their codes rebuild. */
const shown = 32;

/** A picture coded over a dictionary with a penalty: how sparse the codes are, and how near the picture comes. */
export function pictureDictionary(
  kernels: Kernels,
  { picture, dictionary }: CodedGround,
  penalty: number,
): Outcome {
  const { atoms, objective } = dictionary;
  const { codes, originals, rebuilt, reconstruction, columns } = codePicture(
    kernels,
    picture,
    atoms,
    penalty,
  );
  const likeness = ssim(kernels, { ...picture, data: reconstruction }, picture).mean;
  const lengths = atomsPerPatch(codes);
  const use = atomUse(codes);
  const activity = activityOf(codes);
  const byUse = [...use.keys()].sort((i, j) => (use[j] ?? 0) - (use[i] ?? 0));
  const strong = strongest(originals);
  const learning: LaboratoryChart[] =
    objective.length === 0
      ? []
      : [{ name: 'objective', kind: 'lines', series: [series('objective', objective, 1)] }];
  const longest = Math.max(1, ...lengths);
  return {
    figures: [
      decibels('psnr', peakSignalToNoise(reconstruction, picture.data)),
      { name: 'ssim', value: likeness, unit: 'none' },
      { name: 'atomsPerPatch', value: Math.round(10 * mean(lengths)) / 10, unit: 'none' },
      { name: 'zeros', value: 1 - mean(lengths) / atoms.rows, unit: 'share' },
    ],
    charts: [
      { name: 'sparsity', kind: 'steps', series: [countSeries('sparsity', lengths)] },
      {
        name: 'activity',
        kind: 'steps',
        series: [histogramSeries('activity', activity.counts, activity.range)],
      },
      {
        name: 'usage',
        kind: 'lines',
        series: [
          series(
            'usage',
            byUse.map((atom) => use[atom] ?? 0),
            1,
          ),
        ],
      },
      ...learning,
    ],
    pictures: [
      image('original', picture, picture.data),
      image('rebuilt', picture, reconstruction),
      image(
        'codeLengths',
        { width: columns, height: lengths.length / columns },
        Float32Array.from(lengths, (length) => length / longest),
      ),
      patches('atoms', atoms.rows, rowsOf(atoms, byUse)),
      patches('patches', strong.length, rowsOf(originals, strong)),
      patches('rebuiltPatches', strong.length, rowsOf(rebuilt, strong)),
    ],
  };
}

function mean(values: ArrayLike<number>): number {
  return Array.from(values).reduce((sum, value) => sum + value, 0) / values.length;
}

function rowsOf({ columns, values }: DenseMatrix, rows: readonly number[]): Float64Array {
  const taken = new Float64Array(rows.length * columns);
  rows.forEach((row, i) => {
    taken.set(values.subarray(row * columns, (row + 1) * columns), i * columns);
  });
  return taken;
}

/** Some of the half with more contrast, from the most on: a flat patch shows nothing. */
function strongest({ rows, columns, values }: DenseMatrix): number[] {
  const energy = Array.from({ length: rows }, (_, row) =>
    values.subarray(row * columns, (row + 1) * columns).reduce((sum, value) => sum + value * value, 0),
  );
  const order = [...energy.keys()].sort((i, j) => (energy[j] ?? 0) - (energy[i] ?? 0));
  const count = Math.min(shown, rows);
  return Array.from({ length: count }, (_, i) => order[Math.floor((i * rows) / 2 / count)] ?? 0);
}

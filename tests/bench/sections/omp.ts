import { join } from 'node:path';
import type { Figure, Inputs, Section } from '../figures.ts';
import { partsOf } from '../inputs.ts';
import { runJson } from '../run.ts';

interface Coded {
  omp_patches_per_second: number;
  residual_rms: number;
}

/** How many patches one worker codes in a second, and how much more that is than what others do with the same images. */
export async function measureSparseCoding({ data, peers, python }: Inputs): Promise<Section> {
  const parts = partsOf(data, 'elpv-mono');
  if ('missing' in parts) return { name: 'omp', figures: [], missing: [parts.missing] };
  const train = join(parts.folder, 'train', 'good');
  const ours = await runJson<Coded>(process.execPath, [join(import.meta.dirname, '..', 'omp.ts'), train]);
  const figures: Figure[] = [
    { what: 'Batch-OMP, one worker', value: ours.omp_patches_per_second, unit: 'patches/s' },
    { what: 'root mean square of the residual', value: ours.residual_rms, unit: 'intensity' },
  ];
  if (peers === null) {
    return { name: 'omp', figures, missing: ['other software: name its script with --peers'] };
  }
  let theirs: Coded;
  try {
    theirs = await runJson<Coded>(python, [peers, train]);
  } catch (thrown) {
    return { name: 'omp', figures, missing: [`other software: ${String(thrown)}`] };
  }
  figures.push(
    { what: 'other software, one thread', value: theirs.omp_patches_per_second, unit: 'patches/s' },
    { what: 'its residual', value: theirs.residual_rms, unit: 'intensity' },
    {
      what: 'ours against it',
      value: ours.omp_patches_per_second / theirs.omp_patches_per_second,
      unit: 'times',
      target: { least: 50 },
    },
  );
  return { name: 'omp', figures, missing: [] };
}

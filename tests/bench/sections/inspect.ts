import { join } from 'node:path';
import type { InspectOutcome, TrainOutcome } from '../../../src-shared/contract/outcomes.ts';
import type { Inputs, Section } from '../figures.ts';
import { partsOf } from '../inputs.ts';
import { median, sparsight } from '../run.ts';

const rounds = 3;

/** How many parts are inspected in a second, their maps stored, and what a second worker brings. */
export async function measureInspection({ data, scratch }: Inputs): Promise<Section> {
  const parts = partsOf(data, 'elpv-mono');
  if ('missing' in parts) return { name: 'inspect', figures: [], missing: [parts.missing] };
  const project = join(scratch, 'inspect.sparsight');
  await sparsight<TrainOutcome>(
    ...['train', '--project', project, '--good', join(parts.folder, 'train', 'good')],
  );
  const rate = { 1: [] as number[], 2: [] as number[] };
  // Turn about, so that other work on the machine meets both alike.
  for (let round = 0; round < rounds; round++) {
    for (const workers of [1, 2] as const) {
      const { imagesPerSecond } = await sparsight<InspectOutcome>(
        ...[
          'inspect',
          '--project',
          project,
          '--images',
          join(parts.folder, 'test'),
          '--workers',
          `${workers}`,
        ],
      );
      rate[workers].push(imagesPerSecond);
    }
  }
  const one = median(rate[1]);
  const two = median(rate[2]);
  return {
    name: 'inspect',
    figures: [
      { what: 'inspection, maps stored, two workers', value: two, unit: 'images/s', target: { least: 25 } },
      { what: 'inspection, maps stored, one worker', value: one, unit: 'images/s' },
      { what: 'two workers against one', value: two / one, unit: 'times', target: { least: 1.8 } },
    ],
    missing: [],
  };
}

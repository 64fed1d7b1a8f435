import { join } from 'node:path';
import type { TrainOutcome } from '../../../src-shared/contract/outcomes.ts';
import type { Figure, Inputs, Section } from '../figures.ts';
import { partsOf } from '../inputs.ts';
import { median, sparsight } from '../run.ts';

const rounds = 3;

/** How long it takes from files of good parts to a stored model. */
export async function measureLearning({ data, scratch }: Inputs): Promise<Section> {
  const parts = partsOf(data, 'elpv-mono');
  if ('missing' in parts) return { name: 'learn', figures: [], missing: [parts.missing] };
  const good = join(parts.folder, 'train', 'good');
  const figures: Figure[] = [];
  for (const workers of [2, 1]) {
    const seconds: number[] = [];
    let images = 0;
    for (let round = 0; round < rounds; round++) {
      const project = join(scratch, `learn ${workers} ${round}.sparsight`);
      const outcome = await sparsight<TrainOutcome>(
        ...['train', '--project', project, '--good', good, '--workers', `${workers}`],
      );
      seconds.push(outcome.seconds);
      images = outcome.images;
    }
    const what = `learning from ${images} images, files to stored model, ${workers} worker${workers > 1 ? 's' : ''}`;
    const figure = { what, value: median(seconds), unit: 's' };
    figures.push(workers === 2 ? { ...figure, target: { most: 5 } } : figure);
  }
  return { name: 'learn', figures, missing: [] };
}

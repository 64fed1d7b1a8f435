import { linkSync, mkdirSync, readdirSync, symlinkSync } from 'node:fs';
import { extname, join } from 'node:path';
import type { EvaluateOutcome, InspectOutcome } from '../../../src-shared/contract/outcomes.ts';
import type { Inputs, Section } from '../figures.ts';
import { partsOf } from '../inputs.ts';
import { sparsight } from '../run.ts';

const times = 10;
const megabytes = (bytes: number) => bytes / 1e6;

/** The most memory that learning and inspecting large images takes, and whether it grows with their number. */
export async function measureMemory({ data, scratch }: Inputs): Promise<Section> {
  const parts = partsOf(data, 'kolektorsdd');
  if ('missing' in parts) return { name: 'memory', figures: [], missing: [parts.missing] };
  const project = join(scratch, 'memory.sparsight');
  const evaluated = await sparsight<EvaluateOutcome>(
    ...['evaluate', '--dataset', parts.folder, '--project', project],
  );
  const many = join(scratch, 'many');
  const count = repeatImages(join(parts.folder, 'test'), many);
  const peakOf = async (images: string) => {
    const outcome = await sparsight<InspectOutcome>(...['inspect', '--project', project, '--images', images]);
    return megabytes(outcome.peakRssBytes);
  };
  const few = await peakOf(join(parts.folder, 'test'));
  const tenfold = await peakOf(many);
  const most = 700;
  return {
    name: 'memory',
    figures: [
      {
        what: 'peak, evaluate kolektorsdd',
        value: megabytes(evaluated.peakRssBytes),
        unit: 'MB',
        target: { most },
      },
      { what: `peak, inspect its ${count / times} test images`, value: few, unit: 'MB', target: { most } },
      { what: `peak, inspect ${count} images`, value: tenfold, unit: 'MB', target: { most } },
      { what: 'ten times as many against once', value: tenfold / few, unit: 'times', target: { most: 1.15 } },
    ],
    missing: [],
  };
}

/** Links each image under ten names; returns the number of names. */
function repeatImages(from: string, folder: string): number {
  mkdirSync(folder, { recursive: true });
  const images = readdirSync(from, { recursive: true, encoding: 'utf8' }).filter(
    (name) => extname(name) !== '',
  );
  let count = 0;
  for (const name of images) {
    for (let time = 0; time < times; time++) {
      link(join(from, name), join(folder, `${count++}${extname(name)}`));
    }
  }
  return count;
}

/** Hard links do not reach across disks. */
function link(from: string, to: string): void {
  try {
    linkSync(from, to);
  } catch {
    symlinkSync(from, to);
  }
}

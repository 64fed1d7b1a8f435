import type { EvaluateOutcome } from '../../../src-shared/contract/outcomes.ts';
import type { Figure, Inputs, Section } from '../figures.ts';
import { partsOf } from '../inputs.ts';
import { sparsight } from '../run.ts';

/** The sets of parts, with what is to be reached on each. */
const sets = [
  { set: 'elpv-mono', imageAuroc: 0.96, pixelAuroc: null },
  { set: 'kolektorsdd', imageAuroc: 0.85, pixelAuroc: 0.93 },
] as const;

/** How well defects are told from good parts: learnt from good parts alone, limits from good parts alone. */
export async function measureEvaluation({ data }: Inputs): Promise<Section> {
  const figures: Figure[] = [];
  const missing: string[] = [];
  for (const { set, imageAuroc, pixelAuroc } of sets) {
    const parts = partsOf(data, set);
    if ('missing' in parts) {
      missing.push(parts.missing);
      continue;
    }
    const { train, test, image, pixel } = await sparsight<EvaluateOutcome>(
      'evaluate',
      '--dataset',
      parts.folder,
    );
    const add = (what: string, value: number, unit: string, least?: number | null) =>
      figures.push({
        what: `${set}: ${what}`,
        ...{ value, unit },
        ...(typeof least === 'number' ? { target: { least } } : {}),
      });
    add('image AUROC', image.auroc, '', imageAuroc);
    add('average precision', image.averagePrecision, '');
    if (pixel !== null) {
      add('pixel AUROC', pixel.auroc, '', pixelAuroc);
      add('AUPRO', pixel.aupro, '');
    }
    add('accuracy at the limit from good parts', image.accuracy, '');
    add('false-reject rate', image.falseRejectRate, '');
    add('false-accept rate', image.falseAcceptRate, '');
    add('learning', train.seconds, 's');
    add('inspection', test.seconds, 's');
    add('inspection', test.imagesPerSecond, 'images/s');
  }
  return { name: 'evaluate', figures, missing };
}

import type { Pod } from '../../../src-shared/domain/study.ts';
import { trainClassifier } from '../../detection/classifier/train-classifier.ts';
import type { LabelledStatistics } from '../../detection/classifier/train-classifier.ts';
import { placeDefect } from '../../detection/study/place-defect.ts';
import type { DefectToTry } from '../../detection/study/place-defect.ts';
import { plantDefect } from '../../detection/study/plant-defect.ts';
import { probabilityOfDetection } from '../../numerics/statistics/probability-of-detection.ts';
import { task } from './reply.ts';
import { detector, isColour, load } from './thread.ts';
import type { SharedModel } from './thread.ts';

/** Whether a part is rejected once a defect is put into it; as it is when none is given. */
export const tryDefect = task(
  async ({
    path,
    defect,
    ...shared
  }: SharedModel & { path: string; defect: DefectToTry | null }): Promise<{
    hit: boolean;
    millimetresPerPixel: number | null;
  }> => {
    const { grey } = await load(path, isColour(shared));
    const { references, inspected } = shared.model;
    const { plane } =
      defect === null
        ? { plane: grey }
        : plantDefect(grey, placeDefect(grey, { cells: references.cells, inspected }, defect));
    const { decision } = detector(shared).inspect({ ...plane, tints: grey.tints });
    return { hit: decision === 'reject', millimetresPerPixel: grey.millimetresPerPixel ?? null };
  },
);

/** How often a kind of defect is found, from defects that were tried. */
export const drawPod = task(({ kind, contrast, tried }: Pick<Pod, 'kind' | 'contrast' | 'tried'>): Pod => {
  const { outcome, trials, hits, a50, a90, a90At95, curve, bound } = probabilityOfDetection(tried);
  return {
    kind,
    contrast,
    outcome,
    trials,
    hits,
    a50,
    a90,
    a90At95,
    curve: [...curve],
    bound: [...bound],
    tried: [...tried],
  };
});

/** How much evidence a model that has not seen a good part finds against it. */
export const goodEvidence = task(
  async ({ path, ...shared }: SharedModel & { path: string }): Promise<number> => {
    const { grey } = await load(path, isColour(shared));
    return detector(shared).measureGood(grey).evidence.brightness;
  },
);

/** A classifier of labelled parts. */
export const learnClassifier = task(({ parts }: { parts: LabelledStatistics[] }) => trainClassifier(parts));

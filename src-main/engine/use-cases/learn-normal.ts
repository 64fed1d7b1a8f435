import { randomUUID } from 'node:crypto';
import type { LookPlan } from '../../detection/learn/look-plan.ts';
import { referenceLimit } from '../../detection/learn/look-plan.ts';
import { twoSidedChannels } from '../../detection/look/channels.ts';
import type { DetectionModel } from '../../detection/model.ts';
import type { CellDistances } from '../../detection/normal/calibration.ts';
import { collectExceptions } from '../../detection/normal/exception-bank.ts';
import { inspectedCells } from '../../detection/normal/inspected-cells.ts';
import { structureSample } from '../../detection/normal/place-structure.ts';
import { collectReferences, variationUnits } from '../../detection/normal/reference-parts.ts';
import type { ReferenceParts } from '../../detection/normal/reference-parts.ts';
import { collectStructure } from '../../detection/normal/structure-model.ts';
import type { StructureModel } from '../../detection/normal/structure-model.ts';
import { clearUnseen } from '../../detection/normal/unseen.ts';
import { shared } from '../workers/share.ts';
import type { ImageFacts, MeasuredPart } from '../workers/worker.ts';
import { eachItem, eachItemOrFail } from './each-item.ts';
import type { Environment } from './environment.ts';
import { evenlySpread } from './evenly-spread.ts';
import type { LearntDictionaries } from './learn-dictionaries.ts';
import { withStandIns } from './stand-ins.ts';
import { SparsightError } from '../../../src-shared/errors/sparsight-error.ts';

export type Normal = Pick<DetectionModel, 'references' | 'structure' | 'inspected' | 'calibration'> & {
  /** Score of each good part under a comparison that had not seen it, by path. */
  readonly heldOutScores: Map<string, number>;
};

/** Good parts beyond the reference parts that calibration looks at. */
const mostCalibrationParts = 100;

/** Learns what is normal: the parts that others are compared with, and how rare which distance is among good parts. */
export async function learnNormal(
  environment: Environment,
  facts: readonly ImageFacts[],
  plan: LookPlan,
  { scales, basis }: LearntDictionaries,
  seed: number,
): Promise<Normal> {
  const { pool, job } = environment;
  // Not the job's number: workers outlive the project, and the next one counts its jobs from one again.
  const key = randomUUID();
  const measureFile = (path: string, withStructure: boolean) =>
    pool.run('measurePart', { key, path, plan, scales, basis: withStructure ? basis : null }, job.signal);

  const paths = facts.map(({ path }) => path);
  const hasStructure = await structureIsNormal();
  const chosen = evenlySpread(paths, referenceLimit(plan, hasStructure ? basis.count : 0));
  const measured = withStandIns(
    await eachItemOrFail(environment, 'measuring', chosen, (path) => measureFile(path, hasStructure)),
  );
  const cells = cellsOf(measured);

  const channels = measured.map((part) => part.channels);
  const references = shareReferences(
    collectReferences(cells, channels, variationUnits(channels), twoSidedChannels(plan.scales)),
  );
  const structure = hasStructure ? await learnStructureModel(measured) : null;

  const parts: CellDistances[] = [];
  const compareReference = async (part: MeasuredPart, index: number) => compareOne(part, index);
  for await (const outcome of eachItem(environment, 'calibrating', measured, compareReference)) {
    if ('error' in outcome) throw new SparsightError(outcome.error);
    parts.push(outcome.value);
  }
  const reference = new Set(chosen);
  const others = evenlySpread(
    paths.filter((path) => !reference.has(path)),
    mostCalibrationParts,
  );
  if (others.length > 0) {
    const compareOther = async (path: string) => compareOne(await measureFile(path, hasStructure), -1);
    for await (const outcome of eachItem(environment, 'calibrating', others, compareOther)) {
      if ('error' in outcome) throw new SparsightError(outcome.error);
      parts.push(outcome.value);
    }
  }
  const inspected = inspectedCells(cells, plan);
  const { calibration, partScores } = await pool.run(
    'calibrateParts',
    { cells, parts, inspected },
    job.signal,
  );
  const standIns = measured.length - chosen.length;
  const scores = [...partScores.slice(0, chosen.length), ...partScores.slice(chosen.length + standIns)];
  const heldOutScores = new Map([...chosen, ...others].map((path, i) => [path, scores[i] ?? 0]));
  return { references, structure, inspected, calibration, heldOutScores };

  async function structureIsNormal(): Promise<boolean> {
    const asked = evenlySpread(paths, structureSample);
    const described = await eachItemOrFail(environment, 'measuring', asked, (path) =>
      measureFile(path, true),
    );
    const shapes = described.flatMap((part) => (part.described === null ? [] : [part.described]));
    return pool.run('followsPlace', { cells: cellsOf(described), parts: shapes }, job.signal);
  }

  async function learnStructureModel(all: readonly MeasuredPart[]): Promise<StructureModel> {
    const described = all.flatMap((part) => (part.described === null ? [] : [part.described]));
    const good = shareReferences(collectStructure(cells, described));
    const request = { key: `shapes ${key}`, references: good };
    const distances = await eachItemOrFail(environment, 'comparing', described, (part, excluded) =>
      pool.run('compare', { ...request, part, excluded }, job.signal),
    );
    const exceptions = collectExceptions(good, distances, seed);
    return {
      basis,
      references: good,
      exceptions: { ...exceptions, values: shared(exceptions.values), parts: shared(exceptions.parts) },
    };
  }

  async function compareOne(part: MeasuredPart, excluded: number): Promise<CellDistances> {
    const request = { key, references, part: part.channels, excluded };
    const distances = {
      indicators: await pool.run('compare', request, job.signal),
      structure:
        structure === null || part.described === null
          ? null
          : await pool.run(
              'compareShapes',
              { key, model: structure, part: part.described, excluded },
              job.signal,
            ),
    };
    if (part.unseen !== null) clearUnseen(distances, part.unseen);
    return distances;
  }
}

function cellsOf(measured: readonly MeasuredPart[]) {
  const [first] = measured;
  if (first === undefined) throw new RangeError('No part was measured.');
  return first.cells;
}

function shareReferences(references: ReferenceParts): ReferenceParts {
  return { ...references, steps: shared(references.steps), values: shared(references.values) };
}

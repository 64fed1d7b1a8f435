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
import { eachItemOrFail } from './each-item.ts';
import type { Environment } from './environment.ts';
import { evenlySpread } from './evenly-spread.ts';
import type { LearntDictionaries } from './learn-dictionaries.ts';
import { withStandIns } from './stand-ins.ts';

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
  const inspected = inspectedCells(cells, plan);

  const channels = measured.map((part) => part.channels);
  const references = shareReferences(
    collectReferences(cells, channels, variationUnits(channels), twoSidedChannels(plan.scales)),
  );
  const structure = hasStructure ? await learnStructureModel(measured) : null;

  // Reference parts first, each against the others; then parts that are no reference.
  const parts = await eachItemOrFail(environment, 'calibrating', measured, (part, index) =>
    compare(part, index, structure?.distances[index] ?? null),
  );
  const isReference = new Set(chosen);
  const others = evenlySpread(
    paths.filter((path) => !isReference.has(path)),
    mostCalibrationParts,
  );
  if (others.length > 0) {
    const compareOther = async (path: string) => {
      const part = await measureFile(path, hasStructure);
      const request =
        structure === null
          ? null
          : { key, kind: 'structure' as const, references: structure.model.references };
      const placed =
        request === null || part.described === null
          ? null
          : await pool.run('compare', { ...request, part: part.described, excluded: -1 }, job.signal);
      return compare(part, -1, placed);
    };
    parts.push(...(await eachItemOrFail(environment, 'calibrating', others, compareOther)));
  }
  const { calibration, partScores } = await pool.run(
    'calibrateParts',
    { cells, parts, inspected },
    job.signal,
  );
  const standIns = measured.length - chosen.length;
  const scores = [...partScores.slice(0, chosen.length), ...partScores.slice(chosen.length + standIns)];
  const heldOutScores = new Map([...chosen, ...others].map((path, i) => [path, scores[i] ?? 0]));
  return { references, structure: structure?.model ?? null, inspected, calibration, heldOutScores };

  async function structureIsNormal(): Promise<boolean> {
    const asked = evenlySpread(paths, structureSample);
    const described = await eachItemOrFail(environment, 'measuring', asked, (path) =>
      measureFile(path, true),
    );
    const shapes = described.flatMap((part) => (part.described === null ? [] : [part.described]));
    return pool.run('followsPlace', { cells: cellsOf(described), parts: shapes }, job.signal);
  }

  async function learnStructureModel(all: readonly MeasuredPart[]) {
    const described = all.flatMap((part) => (part.described === null ? [] : [part.described]));
    const good = shareReferences(collectStructure(cells, described));
    const distances = await eachItemOrFail(environment, 'comparing', described, (part, excluded) =>
      pool.run('compare', { key, kind: 'structure', references: good, part, excluded }, job.signal),
    );
    const drawn = collectExceptions(good, distances, seed);
    const model: StructureModel = {
      basis,
      references: good,
      exceptions: { ...drawn, values: shared(drawn.values), parts: shared(drawn.parts) },
    };
    return { model, distances };
  }

  async function compare(
    part: MeasuredPart,
    excluded: number,
    placed: Float32Array | null,
  ): Promise<CellDistances> {
    const { channels, described, unseen } = part;
    const distances = {
      indicators: await pool.run(
        'compare',
        { key, kind: 'indicators', references, part: channels, excluded },
        job.signal,
      ),
      structure:
        structure === null || described === null || placed === null
          ? null
          : await pool.run(
              'exceptions',
              { key, model: structure.model, part: described, distances: placed, excluded },
              job.signal,
            ),
    };
    if (unseen !== null) clearUnseen(distances, unseen);
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

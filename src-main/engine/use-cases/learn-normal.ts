import { randomUUID } from 'node:crypto';
import type { LookPlan } from '../../detection/learn/look-plan.ts';
import { referenceLimit } from '../../detection/learn/look-plan.ts';
import { thin } from '../../detection/look/cells.ts';
import { twoSidedChannels } from '../../detection/look/channels.ts';
import type { DetectionModel } from '../../detection/model.ts';
import type { Calibration } from '../../detection/normal/calibration.ts';
import { eachComparison, mapsOf } from '../../detection/normal/cell-distances.ts';
import type { CellDistances } from '../../detection/normal/cell-distances.ts';
import { collectExceptions } from '../../detection/normal/exception-bank.ts';
import { inspectedCells } from '../../detection/normal/inspected-cells.ts';
import { materialParts } from '../../detection/normal/material.ts';
import { structureSample } from '../../detection/normal/place-structure.ts';
import { collectReferences, variationUnits } from '../../detection/normal/reference-parts.ts';
import type { ReferenceParts } from '../../detection/normal/reference-parts.ts';
import { collectStructure, structureStep } from '../../detection/normal/structure-model.ts';
import type { StructureModel } from '../../detection/normal/structure-model.ts';
import type { UsualDistances } from '../../detection/normal/usual-distances.ts';
import { shared } from '../workers/share.ts';
import type { GoodPart, MeasuredPart } from '../workers/worker.ts';
import { eachItemOrFail } from './each-item.ts';
import type { Environment } from './environment.ts';
import { evenlySpread } from './evenly-spread.ts';
import type { LearntDictionaries } from './learn-dictionaries.ts';
import { pairUp } from './pair-up.ts';
import { displaced, withStandIns } from './stand-ins.ts';

export type Normal = Pick<
  DetectionModel,
  'references' | 'tints' | 'sources' | 'structure' | 'material' | 'inspected' | 'calibration'
> & {
  /** Score of each good part under a comparison that had not seen it, by path. */
  readonly heldOutScores: Map<string, number>;
};

/** Good parts beyond the reference parts that calibration looks at. */
const mostCalibrationParts = 100;

/** Learns what is normal: the parts that others are compared with, and how rare which distance is among good parts. */
export async function learnNormal(
  environment: Environment,
  good: readonly GoodPart[],
  plan: LookPlan,
  { scales, basis }: LearntDictionaries,
  seed: number,
): Promise<Normal> {
  const { pool, job } = environment;
  // Not the job's number: workers outlive the project, and the next one counts its jobs from one again.
  const key = randomUUID();
  const measure = (part: GoodPart, withStructure: boolean) =>
    pool.run('measurePart', { key, part, plan, scales, basis: withStructure ? basis : null }, job.signal);

  const { hasStructure, known } = await askForStructure();
  const chosen = evenlySpread(good, referenceLimit(plan, hasStructure ? basis.count : 0));
  const measured = withStandIns(
    await eachItemOrFail(
      environment,
      'measuring',
      chosen,
      async (part) => known.get(part) ?? (await measure(part, hasStructure)),
    ),
    displaced,
  );
  const cells = cellsOf(measured);
  const inspected = inspectedCells(cells, plan);

  const channels = measured.map((part) => part.channels);
  const references = shareReferences(
    collectReferences(cells, channels, variationUnits(channels), twoSidedChannels(plan.scales)),
  );
  const tints = learnTints(measured);
  const structure = hasStructure ? await learnStructureModel(measured) : null;
  const samples = evenlySpread(measured, materialParts).map(({ channels, unseen }) => ({ channels, unseen }));
  const material = await pool.run('learnMaterials', { cells, parts: samples, inspected }, job.signal);

  // Reference parts first, each against the others; then parts that are no reference.
  const parts = await eachItemOrFail(environment, 'calibrating', measured, compare);
  const isReference = new Set(chosen);
  const others = evenlySpread(
    good.filter((part) => !isReference.has(part)),
    mostCalibrationParts,
  );
  if (others.length > 0) {
    const compareOther = async (part: GoodPart) => compare(await measure(part, hasStructure), -1);
    parts.push(...(await eachItemOrFail(environment, 'calibrating', others, compareOther)));
  }
  const { calibration, partScores } = await pool.run(
    'calibrateParts',
    { cells, parts, inspected },
    job.signal,
    parts.flatMap(mapsOf),
  );
  const standIns = measured.length - chosen.length;
  const scores = [...partScores.slice(0, chosen.length), ...partScores.slice(chosen.length + standIns)];
  const heldOutScores = new Map([...chosen, ...others].map(({ facts }, i) => [facts.path, scores[i] ?? 0]));
  const sources = withStandIns(
    chosen.map(({ facts }) => facts.sha256),
    (sha256) => sha256,
  );
  return {
    references,
    tints,
    sources,
    structure,
    material,
    inspected,
    calibration: shareUsual(calibration),
    heldOutScores,
  };

  /** Whether structure follows the place, and what was measured to find out. */
  async function askForStructure(): Promise<{ hasStructure: boolean; known: Map<GoodPart, MeasuredPart> }> {
    const asked = evenlySpread(good, structureSample);
    const found = await eachItemOrFail(environment, 'measuring', asked, (part) => measure(part, true));
    const shapes = found.flatMap((part) => (part.described === null ? [] : [part.described]));
    const hasStructure = await pool.run('followsPlace', { cells: cellsOf(found), parts: shapes }, job.signal);
    const useful = found.map((part) => (hasStructure ? part : { ...part, described: null }));
    return { hasStructure, known: new Map(pairUp(asked, useful)) };
  }

  function learnTints(all: readonly MeasuredPart[]): ReferenceParts | null {
    const known = all.flatMap((part) => (part.tints === null ? [] : [part.tints]));
    const [first] = known;
    if (first === undefined) return null;
    return shareReferences(collectReferences(cells, known, variationUnits(known), first.length));
  }

  async function learnStructureModel(all: readonly MeasuredPart[]): Promise<StructureModel> {
    const described = all.flatMap((part) => (part.described === null ? [] : [part.described]));
    const shapes = shareReferences(collectStructure(cells, described));
    const distances = await eachItemOrFail(environment, 'comparing', described, (part, excluded) =>
      pool.run('comparePlaces', { key, references: shapes, described: compared(part), excluded }, job.signal),
    );
    const drawn = collectExceptions(shapes, distances, structureStep, seed);
    return {
      basis,
      references: shapes,
      exceptions: { ...drawn, values: shared(drawn.values), parts: shared(drawn.parts) },
    };
  }

  function compared(described: readonly Float32Array[]): Float32Array[] {
    return described.map((component) => thin(cells, structureStep, component));
  }

  function compare(part: MeasuredPart, excluded: number): Promise<CellDistances> {
    const { channels, unseen } = part;
    const described = structure === null || part.described === null ? null : compared(part.described);
    const request = {
      ...{ key, references, tintReferences: tints, structure, material },
      ...{ channels, tints: part.tints, described, unseen, excluded },
    };
    return pool.run('compare', request, job.signal);
  }
}

function cellsOf(measured: readonly MeasuredPart[]) {
  const [first] = measured;
  if (first === undefined) throw new RangeError('No part was measured.');
  return first.cells;
}

function shareUsual(calibration: Calibration): Calibration {
  const share = ({ mean, deviation }: UsualDistances) => ({
    mean: shared(mean),
    deviation: shared(deviation),
  });
  return { ...calibration, usual: eachComparison(calibration.usual, share) };
}

function shareReferences(references: ReferenceParts): ReferenceParts {
  return { ...references, steps: shared(references.steps), values: shared(references.values) };
}

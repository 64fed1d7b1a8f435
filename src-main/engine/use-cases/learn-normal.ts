import { randomUUID } from 'node:crypto';
import type { LookPlan } from '../../detection/learn/look-plan.ts';
import { referenceLimit } from '../../detection/learn/look-plan.ts';
import { twoSidedChannels } from '../../detection/look/channels.ts';
import { structureStep } from '../../detection/look/structure.ts';
import type { DetectionModel } from '../../detection/model.ts';
import type { Calibration } from '../../detection/normal/calibration.ts';
import { eachComparison, mapsOf } from '../../detection/normal/cell-distances.ts';
import { collectExceptions } from '../../detection/normal/exception-bank.ts';
import { inspectedCells } from '../../detection/normal/inspected-cells.ts';
import { materialParts } from '../../detection/normal/material.ts';
import { collectPlacePatches } from '../../detection/normal/place-patches.ts';
import type { PlacePatches } from '../../detection/normal/place-patches.ts';
import { structureSample } from '../../detection/normal/place-structure.ts';
import { collectReferences, variationUnits } from '../../detection/normal/reference-parts.ts';
import type { ReferenceParts } from '../../detection/normal/reference-parts.ts';
import { collectStructure } from '../../detection/normal/structure-model.ts';
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
  | 'references'
  | 'tints'
  | 'sources'
  | 'basis'
  | 'patches'
  | 'structure'
  | 'material'
  | 'inspected'
  | 'calibration'
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
  const request = (part: GoodPart, hasStructure: boolean) => ({
    key,
    part,
    plan,
    scales,
    basis,
    hasStructure,
  });
  const measure = (part: GoodPart, withStructure: boolean) =>
    pool.run('measurePart', request(part, withStructure), job.signal);

  const { hasStructure, asked } = await askForStructure();
  const chosen = evenlySpread(good, referenceLimit(plan, hasStructure));
  const measured = withStandIns(
    await eachItemOrFail(
      environment,
      'measuring',
      chosen,
      async (part) => asked.get(part) ?? (await measure(part, hasStructure)),
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
  const patches = sharePatches(
    collectPlacePatches(
      cells,
      measured.map((part) => part.described),
    ),
  );
  const samples = evenlySpread(measured, materialParts).map(({ channels, unseen }) => ({ channels, unseen }));
  const material = await pool.run('learnMaterials', { cells, parts: samples, inspected }, job.signal);

  // Reference parts first, each against the others; then parts that are no reference.
  const known = { key, references, tintReferences: tints, structureModel: structure, material, patches };
  const parts = await eachItemOrFail(environment, 'calibrating', measured, (part, excluded) =>
    pool.run('compare', { good: known, part, excluded }, job.signal),
  );
  const isReference = new Set(chosen);
  const others = evenlySpread(
    good.filter((part) => !isReference.has(part)),
    mostCalibrationParts,
  );
  if (others.length > 0) {
    const compareOther = (part: GoodPart) =>
      pool.run('compareOther', { good: known, request: request(part, hasStructure) }, job.signal);
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
    basis,
    patches,
    structure,
    material,
    inspected,
    calibration: shareUsual(calibration),
    heldOutScores,
  };

  /** Whether structure follows the place, and what was measured to find out. */
  async function askForStructure(): Promise<{ hasStructure: boolean; asked: Map<GoodPart, MeasuredPart> }> {
    const some = evenlySpread(good, structureSample);
    const found = await eachItemOrFail(environment, 'measuring', some, (part) => measure(part, true));
    const shapes = found.flatMap((part) => (part.structure === null ? [] : [part.structure]));
    const hasStructure = await pool.run('followsPlace', { cells: cellsOf(found), parts: shapes }, job.signal);
    const useful = found.map((part) => (hasStructure ? part : { ...part, structure: null }));
    return { hasStructure, asked: new Map(pairUp(some, useful)) };
  }

  function learnTints(all: readonly MeasuredPart[]): ReferenceParts | null {
    const known = all.flatMap((part) => (part.tints === null ? [] : [part.tints]));
    const [first] = known;
    if (first === undefined) return null;
    return shareReferences(collectReferences(cells, known, variationUnits(known), first.length));
  }

  async function learnStructureModel(all: readonly MeasuredPart[]): Promise<StructureModel> {
    const found = all.flatMap((part) => (part.structure === null ? [] : [part.structure]));
    const shapes = shareReferences(collectStructure(cells, found));
    const distances = await eachItemOrFail(environment, 'comparing', found, (part, excluded) =>
      pool.run('comparePlaces', { key, references: shapes, structure: part, excluded }, job.signal),
    );
    const drawn = collectExceptions(shapes, distances, structureStep, seed);
    return {
      references: shapes,
      exceptions: { ...drawn, values: shared(drawn.values), parts: shared(drawn.parts) },
    };
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

function sharePatches(patches: PlacePatches): PlacePatches {
  return { ...patches, atoms: shared(patches.atoms) };
}

function shareReferences(references: ReferenceParts): ReferenceParts {
  return { ...references, steps: shared(references.steps), values: shared(references.values) };
}

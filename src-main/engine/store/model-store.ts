import { createHash } from 'node:crypto';
import * as z from 'zod';
import type { Limits } from '../../../src-shared/domain/decision.ts';
import { reasonedError } from '../../../src-shared/errors/reasoned-error.ts';
import type { SparsightError } from '../../../src-shared/errors/sparsight-error.ts';
import type { OpenProject } from '../../storage/open-project.ts';
import { modelArrays } from '../../storage/records/model-arrays.ts';
import type { ModelArray } from '../../storage/records/model-arrays.ts';
import { getModel } from '../../storage/records/models.ts';
import type { ModelRecord } from '../../storage/records/models.ts';
import { usualTurn } from '../../detection/learn/alignment.ts';
import { thinned } from '../../detection/look/cells.ts';
import type { CellGrid } from '../../detection/look/cells.ts';
import { structureStep } from '../../detection/look/structure.ts';
import type { DetectionModel } from '../../detection/model.ts';
import type { ByComparison } from '../../detection/normal/cell-distances.ts';
import type { PlacePatches } from '../../detection/normal/place-patches.ts';
import type { ReferenceParts } from '../../detection/normal/reference-parts.ts';
import type { UsualDistances } from '../../detection/normal/usual-distances.ts';
import type { ReferenceImage } from '../../detection/working-image.ts';
import { shared } from '../workers/share.ts';
import type { SharedModel } from '../workers/worker.ts';

const size = z.object({ width: z.number(), height: z.number() });
const scaleSchema = z.object({
  bodyScores: z.array(z.number()),
  bodyExponents: z.array(z.number()),
  shape: z.number(),
  scale: z.number(),
});
const numbers = z.array(z.number());
const tailSchema = z.object({
  mean: z.number(),
  deviation: z.number(),
  count: z.number(),
  spread: z.object({ deviation: z.number(), count: z.number() }).optional(),
});

const referencesSchema = z.object({ count: z.number(), channelCount: z.number(), twoSided: z.number() });

const comparisonNames = ['indicators', 'structure', 'material', 'rebuilding', 'tints'] as const;

/** The part of a model that is not arrays; kept as JSON beside them. */
export const descriptionSchema = z.object({
  imageSize: size,
  workingSize: size,
  aligned: z.boolean(),
  /** Radians; left out when it is the usual one. */
  mostTurn: z.number().optional(),
  scales: z.array(z.object({ atomCount: z.number(), dimension: z.number(), objective: z.array(z.number()) })),
  cells: z.object({ columns: z.number(), rows: z.number(), edge: z.number() }),
  references: referencesSchema,
  /** Left out when it is unknown. */
  sources: z.array(z.string()).optional(),
  /** Left out while it is none. */
  replaced: z.number().optional(),
  /** Left out where colours are not compared. */
  tints: referencesSchema.optional(),
  basis: z.object({ count: z.number(), dimension: z.number(), noise: z.number() }),
  patches: z.object({ count: z.number(), width: z.number() }),
  structure: z.object({ references: referencesSchema, exceptions: z.number() }).nullable(),
  material: z.object({ deviations: numbers, mean: numbers, factor: numbers, exceptions: numbers }),
  calibration: z.object({
    usual: z.array(z.enum(comparisonNames)),
    indicators: scaleSchema,
    structure: scaleSchema.nullable(),
    material: scaleSchema,
    rebuilding: scaleSchema,
    smoothed: scaleSchema,
    part: tailSchema,
    tints: z
      .object({ distances: scaleSchema, smoothed: scaleSchema, part: tailSchema })
      .nullable()
      .default(null),
    peak: tailSchema,
  }),
});
type Description = z.infer<typeof descriptionSchema>;

export interface StoredModel {
  readonly hash: string;
  readonly description: Description;
  readonly arrays: ModelArray[];
}

/** A model as it is stored, and the hash that names its contents: same hash, same scores. */
export function toStoredModel(model: DetectionModel): StoredModel {
  const { references, basis, patches, structure, tints } = model;
  const { usual } = model.calibration;
  const comparisons = comparisonNames.filter((name) => usual[name] !== null);
  // In the order of the schema, as it is read again: the hash is of these bytes.
  const description = descriptionSchema.parse({
    imageSize: model.imageSize,
    workingSize: { width: model.workingSize.width, height: model.workingSize.height },
    aligned: model.referenceImage !== null,
    ...turnOf(model.referenceImage),
    scales: model.scales.map(({ atomCount, dimension, objective }) => ({ atomCount, dimension, objective })),
    cells: references.cells,
    references: describeReferences(references),
    ...(model.sources.length === 0 ? {} : { sources: [...model.sources] }),
    ...(model.replaced === 0 ? {} : { replaced: model.replaced }),
    ...(tints === null ? {} : { tints: describeReferences(tints) }),
    basis: { count: basis.count, dimension: basis.dimension, noise: basis.noise },
    patches: { count: patches.count, width: patches.width },
    structure:
      structure === null
        ? null
        : {
            references: describeReferences(structure.references),
            exceptions: structure.exceptions.count,
          },
    material: {
      deviations: [...model.material.deviations],
      mean: [...model.material.mean],
      factor: [...model.material.factor],
      exceptions: [...model.material.exceptions],
    },
    calibration: { ...model.calibration, usual: comparisons },
  } satisfies Description);
  const arrays: ModelArray[] = [
    ...model.scales.flatMap(({ atomCount, dimension, atoms, usage, magnitude }, scale) => [
      { name: `dictionary/${scale}`, shape: [atomCount, dimension], values: atoms },
      { name: `usage/${scale}`, shape: [atomCount], values: usage },
      { name: `magnitude/${scale}`, shape: [atomCount], values: magnitude },
    ]),
    ...referenceArrays('references', references),
    ...(tints === null ? [] : referenceArrays('tints/references', tints)),
    { name: 'basis/components', shape: [basis.count, basis.dimension], values: basis.components },
    patchArray(patches),
    ...comparisons.flatMap((name) => usualArrays(references.cells, name, usual[name])),
    { name: 'inspected', shape: [references.cells.rows, references.cells.columns], values: model.inspected },
  ];
  if (model.referenceImage !== null) {
    const { width, height, data } = model.referenceImage;
    arrays.push({ name: 'reference-image', shape: [height, width], values: data });
  }
  if (structure !== null) {
    const { references, exceptions } = structure;
    arrays.push(
      ...referenceArrays('structure/references', references),
      {
        name: 'structure/exceptions/values',
        shape: [exceptions.count / 8, references.channelCount, 8],
        values: exceptions.values,
      },
      { name: 'structure/exceptions/parts', shape: [exceptions.count], values: exceptions.parts },
    );
  }
  return { hash: hashOf(model, description, arrays), description, arrays };
}

const turnOf = (reference: ReferenceImage | null) =>
  reference === null || reference.mostTurn === usualTurn ? {} : { mostTurn: reference.mostTurn };

const describeReferences = ({ count, channelCount, twoSided }: ReferenceParts) => ({
  count,
  channelCount,
  twoSided,
});

function referenceArrays(name: string, { cells, channelCount, steps, values }: ReferenceParts): ModelArray[] {
  const places = cells.columns * cells.rows;
  return [
    { name: `${name}/steps`, shape: [channelCount, places], values: steps },
    {
      name: `${name}/values`,
      shape: [places, channelCount, values.length / (places * channelCount)],
      values,
    },
  ];
}

function patchArray({ places, count, width, atoms }: PlacePatches): ModelArray {
  const shape = [places.columns * places.rows, Math.ceil(count / 4), width / 2, 4, 2];
  return { name: 'patches/atoms', shape, values: atoms };
}

function usualArrays({ rows, columns }: CellGrid, name: string, usual: UsualDistances | null): ModelArray[] {
  const shape = [rows, columns];
  return usual === null
    ? []
    : [
        { name: `usual/${name}/mean`, shape, values: usual.mean },
        { name: `usual/${name}/deviation`, shape, values: usual.deviation },
      ];
}

function hashOf(model: DetectionModel, description: Description, arrays: readonly ModelArray[]): string {
  const hash = createHash('sha256');
  hash.update(JSON.stringify({ recipe: model.recipe, limits: model.limits, ...description }));
  for (const { name, shape, values } of arrays) {
    hash.update(JSON.stringify({ name, shape }));
    hash.update(new Uint8Array(values.buffer, values.byteOffset, values.byteLength));
  }
  return hash.digest('hex');
}

/** A model of the project, in memory that all workers see. */
export interface LoadedModel extends SharedModel {
  readonly record: ModelRecord;
}

/**
 * Loads a model, the one in use when no id is given.
 *
 * @param limits by which it decides; those of the model when left out
 * @throws SparsightError 'model.missing', also when another version learnt it, or 'project.damaged' when an array is
 * not what was stored
 */
export function loadModel(project: OpenProject, id?: number, limits?: Limits): LoadedModel {
  const record = getModel(project, id);
  const parsed = descriptionSchema.safeParse(record.calibration);
  if (!parsed.success) throw foreignModel(project, record.id, parsed.error);
  const model = assembleModel(record, parsed.data, modelArrays(project, record.id));
  const { review, reject } = limits ?? record.limits;
  return {
    record,
    key: `${record.hash} ${review} ${reject}`,
    model: { ...model, limits: { review, reject } },
  };
}

/** Learnt by a program whose models hold other things. */
function foreignModel(project: OpenProject, id: number, cause: unknown): SparsightError {
  return reasonedError('model.missing', 'model.foreign', { model: id }, { path: project.path, cause });
}

/**
 * A model from its parts, in memory that all workers see.
 *
 * @throws TypeError when an array is missing or of another type
 */
export function assembleModel(
  { recipe, learntLimits }: Pick<ModelRecord, 'recipe' | 'learntLimits'>,
  description: Description,
  stored: ReadonlyMap<string, ModelArray>,
): DetectionModel {
  function values<Values extends ModelArray['values']>(
    name: string,
    Type: abstract new (...args: never[]) => Values,
  ): Values {
    const array = stored.get(name)?.values;
    if (!(array instanceof Type)) throw new TypeError(`The model lacks ${name}.`);
    return array;
  }
  const floats = (name: string) => shared(values(name, Float32Array));
  const { references, basis, patches, structure, tints, material, workingSize } = description;
  const readReferences = (name: string, shape: Description['references']): ReferenceParts => ({
    ...shape,
    cells: description.cells,
    steps: floats(`${name}/steps`),
    values: shared(values(`${name}/values`, Int16Array)),
  });
  const readUsual = (compared: Description['calibration']['usual']): ByComparison<UsualDistances> => {
    const read = (name: (typeof comparisonNames)[number]) => ({
      mean: floats(`usual/${name}/mean`),
      deviation: floats(`usual/${name}/deviation`),
    });
    return {
      indicators: read('indicators'),
      structure: compared.includes('structure') ? read('structure') : null,
      material: read('material'),
      rebuilding: read('rebuilding'),
      tints: compared.includes('tints') ? read('tints') : null,
    };
  };
  return {
    recipe,
    imageSize: description.imageSize,
    workingSize,
    referenceImage: description.aligned
      ? { ...workingSize, data: floats('reference-image'), mostTurn: description.mostTurn ?? usualTurn }
      : null,
    scales: description.scales.map((scale, s) => ({
      ...scale,
      atoms: floats(`dictionary/${s}`),
      usage: floats(`usage/${s}`),
      magnitude: floats(`magnitude/${s}`),
    })),
    references: readReferences('references', references),
    tints: tints === undefined ? null : readReferences('tints/references', tints),
    sources: description.sources ?? [],
    replaced: description.replaced ?? 0,
    basis: { ...basis, components: floats('basis/components') },
    patches: {
      ...patches,
      places: thinned(description.cells, structureStep),
      atoms: shared(values('patches/atoms', Int16Array)),
    },
    structure:
      structure === null
        ? null
        : {
            references: readReferences('structure/references', structure.references),
            exceptions: {
              count: structure.exceptions,
              values: shared(values('structure/exceptions/values', Int16Array)),
              parts: shared(values('structure/exceptions/parts', Int16Array)),
            },
          },
    material: {
      deviations: Float64Array.from(material.deviations),
      mean: Float64Array.from(material.mean),
      factor: Float64Array.from(material.factor),
      exceptions: Float64Array.from(material.exceptions),
    },
    inspected: shared(values('inspected', Uint8Array)),
    calibration: { ...description.calibration, usual: readUsual(description.calibration.usual) },
    limits: learntLimits,
  };
}

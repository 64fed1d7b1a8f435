import { strToU8, unzipSync, zipSync } from 'fflate';
import * as z from 'zod';
import { classifierSchema } from '../../../src-shared/domain/classifier.ts';
import { versionsSchema } from '../../../src-shared/contract/outcomes.ts';
import { limitsSchema } from '../../../src-shared/domain/decision.ts';
import { carriedStudiesSchema } from '../../../src-shared/domain/model-studies.ts';
import { recipeSchema } from '../../../src-shared/domain/recipe.ts';
import { reasonedError } from '../../../src-shared/errors/reasoned-error.ts';
import type { SparsightError } from '../../../src-shared/errors/sparsight-error.ts';
import { dtypes } from '../../storage/schema.ts';
import { arrayTypes, dtypeOf } from '../../storage/records/model-arrays.ts';
import type { ModelArray } from '../../storage/records/model-arrays.ts';
import { assembleModel, descriptionSchema, toStoredModel } from './model-store.ts';

/*
 * A model as one file: a ZIP archive of `model.json` and, for each array, its bytes (little-endian, row-major). The hash
 * covers everything that scores depend on, so a file that was altered is not taken for the model that it was. It does not
 * cover what is found out about a model later on: with its studies or without, a model is the same.
 */

const kind = 'sparsight-model';
const version = 1;
const contentsName = 'model.json';

const arraySchema = z.object({
  name: z.string(),
  entry: z.string(),
  dtype: z.enum(dtypes),
  shape: z.array(z.number().int().nonnegative()),
});

const contentsSchema = z.object({
  kind: z.literal(kind),
  version: z.number().int(),
  hash: z.string(),
  name: z.string(),
  seed: z.number().int(),
  createdAt: z.string(),
  trainImages: z.number().int(),
  trainPatches: z.number().int(),
  trainSeconds: z.number(),
  learntLimits: limitsSchema,
  limits: limitsSchema,
  recipe: recipeSchema,
  description: descriptionSchema,
  versions: versionsSchema,
  /** The good parts. */
  images: z.array(
    z.object({
      name: z.string(),
      sha256: z.string(),
      heldOutScore: z.number().nullable(),
      suspicious: z.boolean().default(false),
    }),
  ),
  /** Gives the second opinion; left out where there is none. */
  classifier: classifierSchema.optional(),
  /** What was found out about the model; older files have none. */
  studies: carriedStudiesSchema.optional(),
  arrays: z.array(arraySchema),
});

export type ModelFileContents = Omit<z.infer<typeof contentsSchema>, 'kind' | 'version' | 'arrays'>;

/** The most that a model file may unpack to: far above any model, far below what fills the memory. */
const mostBytes = 1 << 30;

export function packModel(contents: ModelFileContents, arrays: readonly ModelArray[]): Uint8Array {
  const listed = arrays.map(({ name, shape, values }, i) => ({
    name,
    entry: `arrays/${i}`,
    dtype: dtypeOf(values),
    shape: [...shape],
  }));
  const json = JSON.stringify({ kind, version, ...contents, arrays: listed }, null, 2);
  const entries = arrays.map(({ values }, i) => [`arrays/${i}`, bytesOf(values)] as const);
  // Measurements hardly compress, and the least effort finds what there is.
  return zipSync({ [contentsName]: strToU8(json), ...Object.fromEntries(entries) }, { level: 1 });
}

const bytesOf = ({ buffer, byteOffset, byteLength }: ModelArray['values']) =>
  new Uint8Array(buffer, byteOffset, byteLength);

/**
 * Reads a model file.
 *
 * @param path for the error
 * @throws SparsightError 'model.not-a-model' for another kind of file or one of a newer version, 'model.damaged' for a
 * model that is not what was written
 */
export function unpackModel(
  bytes: Uint8Array,
  path: string,
): { contents: ModelFileContents; arrays: ModelArray[] } {
  const { arrays: listed, ...contents } = readContents(bytes, path);
  try {
    const wanted = new Set(listed.map(({ entry }) => entry));
    const entries = unzip(bytes, (name) => wanted.has(name));
    const arrays = listed.map(({ name, entry, dtype, shape }): ModelArray => {
      const own = entries[entry];
      const type = arrayTypes[dtype];
      const length = shape.reduce((product, side) => product * side, 1);
      if (own?.length !== length * type.BYTES_PER_ELEMENT) throw new RangeError(`${name} is cut short`);
      // A copy of its own: typed arrays must begin at a multiple of their element's size.
      return { name, shape, values: new type(new Uint8Array(own).buffer) };
    });
    const byName = new Map(arrays.map((array) => [array.name, array]));
    const model = assembleModel(contents, contents.description, byName);
    if (toStoredModel(model).hash !== contents.hash) throw new RangeError('the hash is another');
    return { contents, arrays };
  } catch (cause) {
    throw damaged(path, cause);
  }
}

function readContents(bytes: Uint8Array, path: string): z.infer<typeof contentsSchema> {
  let json: unknown;
  try {
    const entry = unzip(bytes, (name) => name === contentsName)[contentsName];
    json = JSON.parse(new TextDecoder().decode(entry));
  } catch (cause) {
    throw isArchive(bytes) ? damaged(path, cause) : notAModel(path, 'model-file.not-one', cause);
  }
  const head = z.object({ kind: z.literal(kind), version: z.number() }).safeParse(json);
  if (!head.success) throw notAModel(path, 'model-file.not-one', head.error);
  if (head.data.version > version) throw notAModel(path, 'model-file.newer');
  const parsed = contentsSchema.safeParse(json);
  if (!parsed.success) throw damaged(path, parsed.error);
  return parsed.data;
}

function unzip(bytes: Uint8Array, isWanted: (name: string) => boolean): Record<string, Uint8Array> {
  let total = 0;
  return unzipSync(bytes, {
    filter: ({ name, originalSize }) => {
      if (!isWanted(name)) return false;
      total += originalSize;
      if (total > mostBytes) throw new RangeError('the archive unpacks to more than any model');
      return true;
    },
  });
}

/** Whether a file begins as ZIP archives do. */
const isArchive = (bytes: Uint8Array) =>
  bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3 && bytes[3] === 4;

function notAModel(
  path: string,
  why: 'model-file.not-one' | 'model-file.newer',
  cause?: unknown,
): SparsightError {
  return reasonedError('model.not-a-model', why, {}, { path, cause });
}

function damaged(path: string, cause: unknown): SparsightError {
  return reasonedError('model.damaged', 'model-file.damaged', {}, { path, cause });
}

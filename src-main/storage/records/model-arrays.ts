import { createHash } from 'node:crypto';
import * as z from 'zod';
import { MalformedRecord } from '../file/sqlite-errors.ts';
import type { OpenProject, ProjectDatabase } from '../open-project.ts';
import { and, asc, eq } from '../query-builder.ts';
import { modelBlobs } from '../schema.ts';
import { fromJson, toJson } from './json-column.ts';

export const arrayTypes = {
  f32: Float32Array,
  f64: Float64Array,
  u8: Uint8Array,
  i16: Int16Array,
  u16: Uint16Array,
  u32: Uint32Array,
  i32: Int32Array,
} as const;

export type Dtype = keyof typeof arrayTypes;
export type ArrayValues =
  Float32Array | Float64Array | Uint8Array | Int16Array | Uint16Array | Uint32Array | Int32Array;

/** A dictionary or a statistic of a model: numbers in row-major order. */
export interface ModelArray {
  /** Unique within its model. */
  name: string;
  /** Its product is the number of values. */
  shape: readonly number[];
  values: ArrayValues;
}

const shapeSchema = z.array(z.number().int().nonnegative());

/** Called within the transaction that stores the model. */
export function insertModelArrays(
  database: ProjectDatabase,
  modelId: number,
  arrays: readonly ModelArray[],
): void {
  for (const { name, shape, values } of arrays) {
    if (elements(shape) !== values.length) {
      throw new RangeError(`${name}: ${values.length} values do not fill the shape ${shape.join(' x ')}`);
    }
    const bytes = Buffer.from(values.buffer, values.byteOffset, values.byteLength);
    const row = { modelId, name, dtype: dtypeOf(values), shape: toJson(shapeSchema, [...shape]), bytes };
    database
      .insert(modelBlobs)
      .values({ ...row, sha256: sha256(bytes) })
      .run();
  }
}

/**
 * A model's arrays by name, bit for bit as they were stored, in memory that all threads see.
 *
 * @throws SparsightError project.damaged when one is not what was stored
 */
export function modelArrays(project: OpenProject, modelId: number): Map<string, ModelArray> {
  return project.read((database) => {
    const ofModel = eq(modelBlobs.modelId, modelId);
    const names = database
      .select({ name: modelBlobs.name })
      .from(modelBlobs)
      .where(ofModel)
      .orderBy(asc(modelBlobs.name))
      .all();
    // One after the other: all rows at once would be a second copy of the model.
    const rowsOf = (name: string) =>
      database
        .select()
        .from(modelBlobs)
        .where(and(ofModel, eq(modelBlobs.name, name)))
        .all();
    return new Map(names.flatMap(({ name }) => rowsOf(name).map((row) => [name, parseArray(row)] as const)));
  });
}

function parseArray(row: typeof modelBlobs.$inferSelect): ModelArray {
  const what = `the array ${row.name} of model ${row.modelId}`;
  const shape = fromJson(shapeSchema, row.shape, 'model_blobs.shape');
  const type: { new (memory: SharedArrayBuffer): ArrayValues; BYTES_PER_ELEMENT: number } =
    arrayTypes[row.dtype];
  if (row.bytes.length !== elements(shape) * type.BYTES_PER_ELEMENT) throw new MalformedRecord(what);
  if (sha256(row.bytes) !== row.sha256) throw new MalformedRecord(what);
  const bytes = new Uint8Array(new SharedArrayBuffer(row.bytes.length));
  bytes.set(row.bytes);
  return { name: row.name, shape, values: new type(bytes.buffer) };
}

function elements(shape: readonly number[]): number {
  return shape.reduce((product, length) => product * length, 1);
}

export function dtypeOf(values: ArrayValues): Dtype {
  const found = (Object.keys(arrayTypes) as Dtype[]).find((dtype) => values instanceof arrayTypes[dtype]);
  if (found === undefined) throw new TypeError('arrays of this element type are not stored');
  return found;
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

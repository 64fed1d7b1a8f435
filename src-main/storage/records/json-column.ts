import * as z from 'zod';
import { MalformedRecord } from '../file/sqlite-errors.ts';

/**
 * A value as the text of a JSON column.
 *
 * @throws ZodError when the value is not of the column's form; numbers that JSON cannot hold (NaN, infinite) are not
 */
export function toJson<T>(schema: z.ZodType<T>, value: T): string {
  return JSON.stringify(schema.parse(value));
}

/**
 * The value of a JSON column.
 *
 * @param what names the column in the log
 * @throws MalformedRecord when the text is not JSON of the column's form
 */
export function fromJson<T>(schema: z.ZodType<T>, text: string, what: string): T {
  try {
    return schema.parse(JSON.parse(text));
  } catch (thrown) {
    throw new MalformedRecord(what, { cause: thrown });
  }
}

/** Any JSON value, for columns whose form their writer owns. */
export const anyJsonSchema: z.ZodType = z.json();

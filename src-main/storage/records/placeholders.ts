import type { Placeholder } from 'drizzle-orm';
import type { SQLiteTable } from 'drizzle-orm/sqlite-core';
import { getTableColumns, sql } from '../query-builder.ts';

/** A placeholder for every column of a table but a generated id, named after the column's property. */
export function placeholders<T extends SQLiteTable>(table: T): Record<keyof T['$inferInsert'], Placeholder> {
  const given = Object.keys(getTableColumns(table)).filter((property) => property !== 'id');
  return Object.fromEntries(given.map((property) => [property, sql.placeholder(property)])) as Record<
    keyof T['$inferInsert'],
    Placeholder
  >;
}

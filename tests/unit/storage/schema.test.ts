import { getTableConfig } from 'drizzle-orm/sqlite-core';
import { describe, expect, it } from 'vitest';
import { connect } from '../../../src-main/storage/file/connection.ts';
import { migrate } from '../../../src-main/storage/migrations/migrate.ts';
import * as schema from '../../../src-main/storage/schema.ts';

const tables = [
  schema.project,
  schema.log,
  schema.images,
  schema.recipes,
  schema.jobs,
  schema.models,
  schema.modelBlobs,
  schema.modelImages,
  schema.studies,
  schema.classifiers,
  schema.runs,
  schema.results,
  schema.resultFailures,
  schema.maps,
  schema.verdicts,
];

function migrated() {
  const connection = connect(':memory:', { readonly: false, create: true });
  migrate(connection);
  return connection;
}

describe('the typed schema', () => {
  it.each(tables.map((table) => [getTableConfig(table).name, table] as const))(
    'describes the columns of %s as the migrations make them',
    (name, table) => {
      const { columns, primaryKeys } = getTableConfig(table);
      const together = primaryKeys.flatMap((key) => key.columns.map((column) => column.name));
      const typed = columns.map((column) => ({
        name: column.name,
        type: column.getSQLType().toUpperCase(),
        required: column.notNull,
        key: column.primary || together.includes(column.name),
      }));
      const connection = migrated();
      const real = connection.pragma(`table_info(${name})`) as {
        name: string;
        type: string;
        notnull: 0 | 1;
        pk: number;
      }[];
      connection.close();
      expect(typed).toEqual(
        real.map((column) => ({
          name: column.name,
          type: column.type,
          required: column.notnull === 1 || column.pk > 0,
          key: column.pk > 0,
        })),
      );
    },
  );

  it('describes every table', () => {
    const connection = migrated();
    const names = connection
      .prepare<[], string>("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%'")
      .pluck()
      .all();
    connection.close();
    expect(tables.map((table) => getTableConfig(table).name).sort()).toEqual(names.sort());
  });
});

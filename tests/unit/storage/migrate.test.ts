import { afterEach, describe, expect, it } from 'vitest';
import { connect } from '../../../src-main/storage/file/connection.ts';
import type { Connection } from '../../../src-main/storage/file/connection.ts';
import { migrate, versionOf } from '../../../src-main/storage/migrations/migrate.ts';

const connections: Connection[] = [];

function empty(): Connection {
  const connection = connect(':memory:', { readonly: false, create: true });
  connections.push(connection);
  return connection;
}

function tables(connection: Connection): string[] {
  return connection.prepare<[], string>('SELECT name FROM sqlite_schema ORDER BY name').pluck().all();
}

afterEach(() => {
  for (const connection of connections.splice(0)) connection.close();
});

describe('migrations', () => {
  const parts = 'CREATE TABLE parts (id INTEGER PRIMARY KEY)';
  const holes = 'CREATE TABLE holes (part INTEGER REFERENCES parts (id) ON DELETE CASCADE)';

  it('run once each, in order, from wherever a file is', () => {
    const connection = empty();
    migrate(connection, [parts]);
    expect(versionOf(connection)).toBe(1);
    migrate(connection, [parts, holes]);
    expect(versionOf(connection)).toBe(2);
    migrate(connection, [parts, holes]);
    expect(tables(connection)).toEqual(['holes', 'parts']);
  });

  it('leave nothing of one that fails, and everything of those before it', () => {
    const connection = empty();
    expect(() => migrate(connection, [parts, `${holes}; CREATE TABLE parts (id)`])).toThrow(/already exists/);
    expect(versionOf(connection)).toBe(1);
    expect(tables(connection)).toEqual(['parts']);
  });

  it('may rebuild a table that others refer to without losing their rows', () => {
    const connection = empty();
    const filled = 'INSERT INTO parts VALUES (1); INSERT INTO holes VALUES (1)';
    const rebuild = `
      CREATE TABLE parts_2 (id INTEGER PRIMARY KEY, name TEXT);
      INSERT INTO parts_2 (id) SELECT id FROM parts;
      DROP TABLE parts;
      ALTER TABLE parts_2 RENAME TO parts;`;
    migrate(connection, [parts, holes, filled, rebuild]);
    expect(connection.prepare('SELECT count(*) FROM holes').pluck().get()).toBe(1);
    expect(connection.pragma('foreign_keys', { simple: true })).toBe(1);
  });

  it('that would leave a reference to nothing are taken back', () => {
    const connection = empty();
    const orphan = 'INSERT INTO holes VALUES (5)';
    expect(() => migrate(connection, [parts, holes, orphan])).toThrow(/without their parent/);
    expect(versionOf(connection)).toBe(2);
  });
});

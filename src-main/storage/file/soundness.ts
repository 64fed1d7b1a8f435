import { connect } from './connection.ts';
import type { Connection } from './connection.ts';
import { MalformedRecord } from './sqlite-errors.ts';
import { currentVersion, migrate, versionOf } from '../migrations/migrate.ts';
import { migrations } from '../migrations/migrations.ts';

/**
 * Up to this size every page is checked on opening; beyond it the maps, which are nearly all of a large project, are
 * left to `integrity`, since reading them all would take minutes on a slow drive.
 */
const thoroughUpToBytes = 512 * 2 ** 20;

/**
 * Checks that an open file holds what this program writes: pages and trees whole, tables, indexes and triggers
 * exactly those of its version. Reads only.
 *
 * @param bytes size of the file
 * @returns the file's version
 * @throws MalformedRecord, SqliteError (SQLITE_CORRUPT and its kin) when it does not
 */
export function checkSoundness(connection: Connection, bytes: number): number {
  const version = versionOf(connection);
  // What a newer program writes is not ours to judge: the caller refuses it by its version.
  if (version > currentVersion) return version;
  if (version < 1) throw new MalformedRecord('the version');
  if (describe(connection) !== expectedDescription(version)) throw new MalformedRecord('the list of tables');
  for (const check of checks(connection, bytes)) {
    const rows = connection.pragma(check) as Record<string, unknown>[];
    const problems = rows.flatMap(Object.values).filter((line) => line !== 'ok');
    if (problems.length > 0) throw new MalformedRecord(`the file (${String(problems[0])})`);
  }
  return version;
}

function checks(connection: Connection, bytes: number): string[] {
  if (bytes <= thoroughUpToBytes) return ['quick_check(1)'];
  const tables = connection
    .prepare<[], string>("SELECT name FROM sqlite_schema WHERE type = 'table' AND name <> 'maps'")
    .pluck()
    .all();
  return tables.map((table) => `quick_check(${table})`);
}

function expectedDescription(version: number): string {
  const empty = connect(':memory:', { readonly: false, create: true });
  try {
    migrate(empty, migrations.slice(0, version));
    return describe(empty);
  } finally {
    empty.close();
  }
}

/** Every table, index, trigger and view but those that SQLite makes for itself. */
function describe(connection: Connection): string {
  const rows = connection
    .prepare(
      "SELECT type, name, tbl_name, sql FROM sqlite_schema WHERE name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY type, name",
    )
    .raw()
    .all();
  return JSON.stringify(rows);
}

import type { Connection } from '../file/connection.ts';
import { countingOrder, foldCase } from '../records/text-keys.ts';
import { migrations } from './migrations.ts';

/** The form that this program reads and writes. */
export const currentVersion = migrations.length;

export function versionOf(connection: Connection): number {
  return Number(connection.pragma('user_version', { simple: true }));
}

/**
 * Brings a file up to date, each migration in a transaction of its own: a file is never between two versions.
 *
 * @param steps @default every migration of this program
 * @throws SqliteError, and Error when a migration leaves a reference to a missing row
 */
export function migrate(connection: Connection, steps: readonly string[] = migrations): void {
  defineFunctions(connection);
  // Rebuilding a table would otherwise delete the rows that refer to it; the check below makes up for it.
  connection.pragma('foreign_keys = OFF');
  steps.slice(versionOf(connection)).forEach((step) => {
    connection
      .transaction(() => {
        connection.exec(step);
        const orphans = connection.pragma('foreign_key_check') as unknown[];
        if (orphans.length > 0) throw new Error(`migration left ${orphans.length} rows without their parent`);
        connection.pragma(`user_version = ${versionOf(connection) + 1}`);
      })
      .immediate();
  });
  connection.pragma('foreign_keys = ON');
}

/** What migrations call and SQLite does not have. */
function defineFunctions(connection: Connection): void {
  connection.function('counting_order', { deterministic: true }, (name) => countingOrder(String(name)));
  connection.function('fold_case', { deterministic: true }, (text) => foldCase(String(text)));
}

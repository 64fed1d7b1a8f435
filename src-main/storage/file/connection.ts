import SqliteConnection from 'better-sqlite3';

export type Connection = SqliteConnection.Database;

export interface ConnectionOptions {
  readonly: boolean;
  /** Make the file where there is none. @default false */
  create?: boolean;
  /** Milliseconds to wait for another connection's lock. @default 5000 */
  patience?: number;
}

/**
 * Opens a SQLite file; the only place that does. `BETTER_SQLITE3_BINDING` names another build of the native library,
 * for programs that carry their own.
 *
 * @throws SqliteError
 */
export function connect(path: string, options: ConnectionOptions): Connection {
  const nativeBinding = process.env.BETTER_SQLITE3_BINDING;
  return new SqliteConnection(path, {
    readonly: options.readonly,
    fileMustExist: options.create !== true,
    timeout: options.patience ?? 5000,
    ...(nativeBinding === undefined || nativeBinding === '' ? {} : { nativeBinding }),
  });
}

/** Settings that live as long as the connection, not in the file. A project may come from a stranger. */
export function harden(connection: Connection): void {
  connection.pragma('foreign_keys = ON');
  connection.pragma('trusted_schema = OFF');
  connection.pragma('cell_size_check = ON');
}

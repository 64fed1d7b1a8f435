import type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3';
import { reasonedError } from '../../src-shared/errors/reasoned-error.ts';
import type { SparsightError } from '../../src-shared/errors/sparsight-error.ts';
import { connect, harden } from './file/connection.ts';
import type { Connection } from './file/connection.ts';
import { createProjectFile, removeProjectFile } from './file/create-file.ts';
import type { ProjectBirth } from './file/create-file.ts';
import { readHeader } from './file/header.ts';
import {
  checkWritable,
  connectAndCheck,
  needsRollback,
  newerProject,
  rollBack,
} from './file/inspect-file.ts';
import { projectPath } from './file/project-path.ts';
import { acquireSessionLock } from './file/session-lock.ts';
import type { SessionLock } from './file/session-lock.ts';
import { projectError, translateError } from './file/sqlite-errors.ts';
import { interruptUnfinished } from './interrupt-unfinished.ts';
import { currentVersion, migrate, versionOf } from './migrations/migrate.ts';
import { drizzle } from './query-builder.ts';

export type ProjectDatabase = BetterSQLite3Database & { $client: Connection };

export type OpenOptions = { mode: 'read' } | { mode: 'write' } | ({ mode: 'create' } & ProjectBirth);

/**
 * How many connections this process has to each project. Reading a file past SQLite drops the process's locks on it,
 * so the header of a project that is open here is not read again.
 */
const openHere = new Map<string, number>();

/**
 * Opens a project file.
 *
 * `read` never writes to the file and may stand beside a session that does. `write` is for one session at a time:
 * it brings an older file up to date and marks jobs that a crash cut short as interrupted. `create` makes the file,
 * and writes. What is refused is left as it was, byte for byte.
 *
 * @throws SparsightError project.missing, project.not-a-project, project.damaged, project.newer, project.older
 * (`read` only), project.locked, project.read-only (not `read`), project.exists (`create` only),
 * project.unreadable, disk.full, usage.invalid (the name), input.missing (the folder, `create` only)
 */
export function openProject(path: string, options: OpenOptions): OpenProject {
  const file = projectPath(path);
  if (options.mode === 'read') return openForReading(file);
  return openForWriting(file, options.mode === 'create' ? options : undefined);
}

function openForReading(path: string): OpenProject {
  refuseByHeader(path);
  if (needsRollback(path)) {
    const lock = acquireSessionLock(path);
    try {
      rollBack(path);
    } finally {
      lock.release();
    }
  }
  const connection = connectAndCheck(path, false);
  if (versionOf(connection) < currentVersion) {
    connection.close();
    throw olderProject(path);
  }
  harden(connection);
  return new OpenProject(path, connection, null);
}

function openForWriting(path: string, birth: ProjectBirth | undefined): OpenProject {
  if (birth === undefined) refuseByHeader(path);
  checkWritable(path);
  const lock = acquireSessionLock(path);
  let connection: Connection | undefined;
  let created = false;
  try {
    if (birth === undefined) {
      if (needsRollback(path)) rollBack(path);
      connectAndCheck(path, true).close();
    } else {
      createProjectFile(path, birth);
      created = true;
    }
    connection = connect(path, { readonly: false });
    prepareForWriting(connection);
    return new OpenProject(path, connection, lock);
  } catch (thrown) {
    connection?.close();
    // The disk filled up in between: nobody has put anything into it, and the next attempt is to succeed.
    if (created) removeProjectFile(path);
    lock.release();
    throw translateError(thrown, path);
  }
}

function prepareForWriting(connection: Connection): void {
  harden(connection);
  connection.pragma('journal_mode = WAL');
  // Maps arrive by the megabyte: fewer, longer checkpoints write each page of the file's index less often.
  connection.pragma('wal_autocheckpoint = 4000');
  // A verdict that was given survives a power cut (see docs/adr on the project file).
  connection.pragma('synchronous = FULL');
  migrate(connection);
  interruptUnfinished(connection);
}

function refuseByHeader(path: string): void {
  if (openHere.has(path)) return;
  if (readHeader(path).version > currentVersion) throw newerProject(path);
}

/** A project file that is open. The repositories in `records/` work on it; each holds one family of tables. */
export class OpenProject {
  /** Absolute, symbolic links followed. */
  readonly path: string;
  readonly #connection: Connection;
  readonly #database: ProjectDatabase;
  readonly #lock: SessionLock | null;

  constructor(path: string, connection: Connection, lock: SessionLock | null) {
    this.path = path;
    this.#connection = connection;
    this.#database = drizzle(connection);
    this.#lock = lock;
    openHere.set(path, (openHere.get(path) ?? 0) + 1);
  }

  get readOnly(): boolean {
    return this.#lock === null;
  }

  /** The file's version, which is the number of migrations that it has seen. */
  get version(): number {
    return versionOf(this.#connection);
  }

  /**
   * Runs queries that all see the project as it is at one moment, whatever another session writes meanwhile.
   *
   * @throws SparsightError project.damaged, project.unreadable, and whatever `query` throws
   */
  read<T>(query: (database: ProjectDatabase) => T): T {
    try {
      if (this.#connection.inTransaction) return query(this.#database);
      return this.#connection.transaction(() => query(this.#database)).deferred();
    } catch (thrown) {
      throw translateError(thrown, this.path);
    }
  }

  /**
   * Runs everything that `write` does, or nothing of it. Transactions nest: an inner one that throws takes back
   * only its own part when the outer one catches.
   *
   * @throws SparsightError project.read-only, disk.full, project.damaged, project.unreadable, and whatever `write` throws
   */
  transaction<T>(write: (database: ProjectDatabase) => T): T {
    if (this.readOnly) throw projectError('project.read-only', this.path);
    try {
      return this.#connection.transaction(() => write(this.#database)).immediate();
    } catch (thrown) {
      throw translateError(thrown, this.path);
    }
  }

  /** Copies the project as it is at one moment into a new SQLite file, page by page, while other work goes on. */
  async copyPages(path: string): Promise<void> {
    await this.#connection.backup(path);
  }

  /** Ends the session: the project is one plain file again, unless somebody else is reading it. */
  close(): void {
    if (!this.#connection.open) return;
    try {
      if (!this.readOnly) this.#settle();
    } finally {
      this.#connection.close();
      this.#lock?.release();
      const others = (openHere.get(this.path) ?? 1) - 1;
      if (others > 0) openHere.set(this.path, others);
      else openHere.delete(this.path);
    }
  }

  /** Out of WAL mode, so that the file can be read from a folder or drive that cannot be written to. */
  #settle(): void {
    this.#connection.pragma('busy_timeout = 200');
    try {
      this.#connection.pragma('wal_checkpoint(TRUNCATE)');
      this.#connection.pragma('journal_mode = DELETE');
    } catch {
      // A reader, or a full disk: everything is committed, and the next session settles it.
    }
  }
}

function olderProject(path: string): SparsightError {
  return reasonedError('project.older', 'project.older', {}, { path });
}

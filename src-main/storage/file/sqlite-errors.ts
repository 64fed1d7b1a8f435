import SqliteConnection from 'better-sqlite3';
import { reasonedError } from '../../../src-shared/errors/reasoned-error.ts';
import type { ReasonName } from '../../../src-shared/errors/reasons/reason-texts.ts';
import type { ErrorCode, SparsightError } from '../../../src-shared/errors/sparsight-error.ts';

/** Something read from a project does not have the form that this program writes. */
export class MalformedRecord extends Error {
  constructor(what: string, options?: ErrorOptions) {
    super(`${what} is not as Sparsight writes it`, options);
    this.name = 'MalformedRecord';
  }
}

const reasons = {
  'project.damaged': 'project.damaged',
  'project.locked': 'project.locked',
  'project.read-only': 'project.read-only',
  'project.not-a-project': 'project.not-a-project',
  'project.unreadable': 'project.drive-failed',
  'disk.full': 'project.disk-full',
} as const satisfies Partial<Record<ErrorCode, ReasonName>>;

/** The error of a project file with its usual words. */
export function projectError(code: keyof typeof reasons, path: string, cause?: unknown): SparsightError {
  return reasonedError(code, reasons[code], {}, { path, cause });
}

/** Whatever SQLite or a repository threw, as what a person can act on; anything else comes back as it is. */
export function translateError(thrown: unknown, path: string): unknown {
  if (thrown instanceof MalformedRecord) return projectError('project.damaged', path, thrown);
  const code = sqliteCode(thrown);
  const ours = code === undefined ? undefined : meaning(code);
  return ours === undefined ? thrown : projectError(ours, path, thrown);
}

/** SQLite's extended result code by name, found also where another library has wrapped the error. */
export function sqliteCode(thrown: unknown): string | undefined {
  for (let error = thrown; error instanceof Error; error = error.cause) {
    if (error instanceof SqliteConnection.SqliteError) return error.code;
  }
  return undefined;
}

function meaning(code: string): keyof typeof reasons | undefined {
  if (code === 'SQLITE_FULL' || code === 'SQLITE_IOERR_SHMSIZE') return 'disk.full';
  if (code === 'SQLITE_NOTADB') return 'project.not-a-project';
  if (code.startsWith('SQLITE_CORRUPT')) return 'project.damaged';
  if (code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED')) return 'project.locked';
  if (code.startsWith('SQLITE_READONLY') || code.startsWith('SQLITE_CANTOPEN')) return 'project.read-only';
  if (code.startsWith('SQLITE_IOERR')) return 'project.unreadable';
  return undefined;
}

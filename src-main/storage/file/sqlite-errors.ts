import SqliteConnection from 'better-sqlite3';
import { SparsightError } from '../../../src-shared/errors/sparsight-error.ts';
import type { ErrorCode } from '../../../src-shared/errors/sparsight-error.ts';

/** Something read from a project does not have the form that this program writes. */
export class MalformedRecord extends Error {
  constructor(what: string, options?: ErrorOptions) {
    super(`${what} is not as Sparsight writes it`, options);
    this.name = 'MalformedRecord';
  }
}

const forPeople = {
  'project.damaged': [
    'The project file is damaged.',
    'Nothing was written to it; go back to a backup, or send us the file.',
  ],
  'project.locked': ['The project is open in another Sparsight.', 'Close it there, then try again.'],
  'project.read-only': [
    'The project can be read but not changed.',
    'Copy it to a folder that you may write to, and open the copy.',
  ],
  'project.not-a-project': [
    'The file is not a Sparsight project.',
    'Choose a file that Sparsight made; their names end in .sparsight.',
  ],
  'project.unreadable': [
    'The drive failed while the project was in use.',
    'Check that the drive is connected and sound, then open the project again.',
  ],
  'disk.full': [
    'The disk is full; what was being written was taken back.',
    'Free some space, then try again.',
  ],
} as const satisfies Partial<Record<ErrorCode, readonly [string, string]>>;

/** The error of a project file with its usual words. */
export function projectError(code: keyof typeof forPeople, path: string, cause?: unknown): SparsightError {
  const [message, next] = forPeople[code];
  return new SparsightError({ code, message, next, path }, { cause });
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

function meaning(code: string): keyof typeof forPeople | undefined {
  if (code === 'SQLITE_FULL' || code === 'SQLITE_IOERR_SHMSIZE') return 'disk.full';
  if (code === 'SQLITE_NOTADB') return 'project.not-a-project';
  if (code.startsWith('SQLITE_CORRUPT')) return 'project.damaged';
  if (code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED')) return 'project.locked';
  if (code.startsWith('SQLITE_READONLY') || code.startsWith('SQLITE_CANTOPEN')) return 'project.read-only';
  if (code.startsWith('SQLITE_IOERR')) return 'project.unreadable';
  return undefined;
}

import { renameSync, statSync } from 'node:fs';
import pino from 'pino';
import type { Logger } from 'pino';

const largestLog = 5 * 1024 * 1024;

/**
 * The application's log, written by each of its processes; one that has grown large is put aside first. A log that
 * cannot be written keeps nobody from working.
 *
 * @param part which process writes
 */
export function openApplicationLog(path: string, part: string): Logger {
  try {
    putAsideWhenLarge(path);
    return pino({ base: { part } }, pino.destination({ dest: path, sync: true, mkdir: true }));
  } catch {
    return pino({ level: 'silent' });
  }
}

function putAsideWhenLarge(path: string): void {
  const size = statSync(path, { throwIfNoEntry: false })?.size ?? 0;
  if (size > largestLog) renameSync(path, `${path}.1`);
}

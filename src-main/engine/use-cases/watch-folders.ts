import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { reasonedError } from '../../../src-shared/errors/reasoned-error.ts';
import { isCancelled, toErrorDetails } from '../../../src-shared/errors/sparsight-error.ts';
import { appendLog } from '../../storage/records/log.ts';
import { withdrawResult } from '../../storage/records/withdrawn-results.ts';
import { ArrivingFiles } from '../files/arriving-files.ts';
import type { FileState } from '../files/arriving-files.ts';
import { folderContents } from '../files/folder-contents.ts';
import type { Environment } from './environment.ts';
import { lookAtPart, noteFailure, storeParts } from './inspect-parts.ts';
import type { Inspector, LookedAt, VisitPart } from './inspect-parts.ts';

/** Milliseconds between two looks into the folders. Asking works on network shares, too, which announce nothing. */
const interval = 400;

/**
 * Inspects each image that is written into folders from now on, or overwritten, once it is complete, until the job is
 * cancelled.
 *
 * @param known files that are no news as they are; null where that is not known
 * @returns how many were inspected
 */
export async function watchFolders(
  environment: Environment,
  runId: number,
  model: Inspector,
  folders: readonly string[],
  known: Iterable<readonly [path: string, state: FileState | null]>,
  visit: VisitPart,
): Promise<number> {
  const { job } = environment;
  const arriving = new ArrivingFiles(known);
  let inspected = 0;
  job.progress('watching', 0, 0);
  while (!job.signal.aborted) {
    arriving.beginLook();
    const seen = await folderContents(folders, (path) => arriving.isAsked(path));
    for (const { path, final } of arriving.update(seen, performance.now())) {
      try {
        const value = await lookAtPart(environment, model, { path });
        storeInPlaceOfOlder(environment, runId, { part: { path }, value });
        await visit({ path }, value);
        inspected++;
        job.progress('watching', inspected, inspected);
      } catch (thrown) {
        if (endedBy(job.signal, thrown)) return inspected;
        const error = toErrorDetails(thrown);
        if (error.code === 'image.unreadable' && !final) arriving.putBack(path);
        else if (error.code.startsWith('image.')) noteFailure(environment, runId, path, error);
        else throw thrown;
      }
    }
    await sleep(interval, undefined, { signal: job.signal }).catch(() => undefined);
  }
  return inspected;
}

/**
 * A file that was overwritten under its name is another part: its result takes the place of the older one, of which
 * there is no picture any more. What that said is kept in the log.
 */
function storeInPlaceOfOlder(environment: Environment, runId: number, looked: LookedAt): void {
  const { project, now } = environment;
  const { path } = looked.part;
  project.transaction(() => {
    const older = withdrawResult(project, runId, path);
    if (older !== null) {
      const subject = `inspection ${runId}`;
      appendLog(project, { at: now(), who: 'sparsight', action: 'overwritten', subject, detail: older });
    }
    storeParts(environment, runId, [looked]);
  });
}

const endedBy = (signal: AbortSignal, thrown: unknown) => signal.aborted || isCancelled(thrown);

/**
 * The folders among paths, which are the ones that can be watched.
 *
 * @throws SparsightError 'usage.invalid' when none is a folder
 */
export async function foldersAmong(paths: readonly string[]): Promise<string[]> {
  const folders: string[] = [];
  for (const path of paths.map((one) => resolve(one))) {
    const stats = await stat(path).catch(() => undefined);
    if (stats?.isDirectory() === true) folders.push(path);
  }
  if (folders.length > 0) return folders;
  throw reasonedError('usage.invalid', 'folder.not-watched', {}, { path: paths[0] });
}

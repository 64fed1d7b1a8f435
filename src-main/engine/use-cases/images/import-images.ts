import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import type * as z from 'zod';
import type { ImportOutcome, importRequestSchema } from '../../../../src-shared/contract/images.ts';
import { reasonedError } from '../../../../src-shared/errors/reasoned-error.ts';
import type { Happening } from '../../../../src-shared/errors/word-error.ts';
import { listImages } from '../../../imaging/files/list-images.ts';
import type { SkippedFile } from '../../../imaging/files/list-images.ts';
import { knownFileFinder } from '../../../storage/records/known-files.ts';
import type { KnownFile } from '../../../storage/records/known-files.ts';
import { appendLog } from '../../../storage/records/log.ts';
import { importedThumbnailSide } from '../../pictures/thumbnails.ts';
import type { Thumbnails } from '../../pictures/thumbnails.ts';
import { eachItem } from '../each-item.ts';
import type { Environment } from '../environment.ts';
import { warnOfSkipped } from '../warnings.ts';
import { ImageIntake } from './image-intake.ts';
import type { Finding } from './image-intake.ts';
import { labelling } from './label-by-folder.ts';

/**
 * Adds the images of files and folders to the project: all of them, or none. What cannot be read is added, too, with
 * the reason; what the project knows already keeps its label, and is read again only when the file has another size or
 * could not be read before.
 *
 * @param thumbnails takes those that were made on the way
 */
export async function importImages(
  environment: Environment,
  request: z.output<typeof importRequestSchema>,
  thumbnails: Thumbnails,
): Promise<ImportOutcome> {
  const { job, project, now } = environment;
  const intake = new ImageIntake(environment);
  try {
    await takeIn(environment, request, thumbnails, intake);
    job.signal.throwIfAborted();
    const counts = intake.finish();
    appendLog(project, {
      at: now(),
      who: 'sparsight',
      action: 'import',
      subject: 'images',
      detail: counts,
    });
    return counts;
  } catch (thrown) {
    await intake.undo();
    throw thrown;
  }
}

async function takeIn(
  environment: Environment,
  request: z.output<typeof importRequestSchema>,
  thumbnails: Thumbnails,
  intake: ImageIntake,
): Promise<void> {
  const { job, pool, project } = environment;
  job.progress('scanning', 0, 0);
  const { images, skipped } = await listImages(request.paths, job.signal);
  const labelOf = labelling(request.paths, request.label);
  const known = await knownFileFinder(project);
  for (const { path, problem } of await unreadableFiles(environment, skipped)) {
    const label = labelOf(path);
    if (label === 'leave out') continue;
    intake.take({ path, ...label, before: known(path), found: { contents: null, picture: null, problem } });
  }
  const parts = images.flatMap((path) => {
    const label = labelOf(path);
    return label === 'leave out' ? [] : [{ path, ...label }];
  });
  const survey = async ({ path, label }: (typeof parts)[number]): Promise<Finding> => {
    const before = known(path);
    if (before !== undefined && (await isUnchanged(before, path))) {
      return { path, label, before, found: null };
    }
    const asked = { path, side: importedThumbnailSide };
    const { thumbnail, ...found } = await pool.run('surveyImage', asked, job.signal);
    const { contents } = found;
    if (contents !== null && thumbnail !== null) {
      await thumbnails.keep(contents.sha256, importedThumbnailSide, thumbnail);
    }
    return { path, label, before, found };
  };
  for await (const outcome of eachItem(environment, 'importing', parts, survey)) {
    // What is wrong with a file is a finding; this is a worker that failed.
    if ('error' in outcome) job.warn({ ...outcome.error, path: outcome.item.path });
    else intake.take(outcome.value);
  }
}

const isUnchanged = async (known: KnownFile, path: string): Promise<boolean> =>
  known.problem === null && (await stat(path)).size === known.sizeBytes;

/** Of what could not be listed, the files; folders have no row and are only named. */
async function unreadableFiles(
  { job }: Environment,
  skipped: readonly SkippedFile[],
): Promise<{ path: string; problem: Happening }[]> {
  const files: { path: string; problem: Happening }[] = [];
  for (const entry of skipped) {
    const stats = await stat(entry.path).catch(() => undefined);
    if (stats?.isDirectory() === true) warnOfSkipped(job, [entry]);
    else {
      const { path, reason } = entry;
      const told = { file: basename(path) };
      const { message, reasons } = reasonedError('image.unreadable', 'file.cannot-be-read', told, {
        because: [reason],
      });
      files.push({ path, problem: { message, reasons } });
    }
  }
  return files;
}

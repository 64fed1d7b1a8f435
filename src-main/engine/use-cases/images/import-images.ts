import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import type * as z from 'zod';
import type { ImportOutcome, importRequestSchema } from '../../../../src-shared/contract/images.ts';
import { listImages } from '../../../imaging/files/list-images.ts';
import { markImported } from '../../../storage/records/image-changes.ts';
import { countDuplicatesAmong } from '../../../storage/records/image-queries.ts';
import { putImages } from '../../../storage/records/images.ts';
import type { NewImage } from '../../../storage/records/images.ts';
import { knownFileFinder } from '../../../storage/records/known-files.ts';
import type { KnownFile } from '../../../storage/records/known-files.ts';
import { appendLog } from '../../../storage/records/log.ts';
import type { Thumbnails } from '../../pictures/thumbnails.ts';
import type { SurveyedImage } from '../../workers/survey-image.ts';
import { eachItem } from '../each-item.ts';
import type { Environment } from '../environment.ts';
import { warnOfSkipped } from '../warnings.ts';
import { labelling } from './label-by-folder.ts';

/** The side of the thumbnails that are made on the way: what a grid asks for first. */
const thumbnailSide = 192;

/** A file that was looked at. */
interface Finding {
  readonly path: string;
  readonly before: KnownFile | undefined;
  /** Null when it is as it was. */
  readonly found: Omit<SurveyedImage, 'thumbnail'> | null;
}

/**
 * Adds the images of files and folders to the project: all of them in one transaction, or none. What cannot be read is
 * added, too, with the reason; what the project knows already keeps its label, and is read again only when the file
 * has another size or could not be read before.
 *
 * @param thumbnails takes those that were made on the way
 */
export async function importImages(
  environment: Environment,
  request: z.output<typeof importRequestSchema>,
  thumbnails: Thumbnails,
): Promise<ImportOutcome> {
  const { job, pool, project } = environment;
  job.progress('scanning', 0, 0);
  const { images, skipped } = await listImages(request.paths, job.signal);
  const labelOf = labelling(request.paths, request.label);
  const known = knownFileFinder(project);
  const findings: Finding[] = [];
  for (const { path, problem } of await unreadableFiles(environment, skipped)) {
    findings.push({ path, before: known(path), found: { contents: null, picture: null, problem } });
  }
  const survey = async (path: string): Promise<Finding> => {
    const before = known(path);
    if (before !== undefined && (await isUnchanged(before, path))) return { path, before, found: null };
    const asked = { path, side: thumbnailSide };
    const { thumbnail, ...found } = await pool.run('surveyImage', asked, job.signal);
    const { contents } = found;
    if (contents !== null && thumbnail !== null) {
      await thumbnails.keep(contents.sha256, thumbnailSide, thumbnail);
    }
    return { path, before, found };
  };
  const parts = images.filter((path) => labelOf(path) !== 'leave out');
  for await (const outcome of eachItem(environment, 'importing', parts, survey)) {
    // What is wrong with a file is a finding; this is a worker that failed.
    if ('error' in outcome) job.warn({ ...outcome.error, path: outcome.item });
    else findings.push(outcome.value);
  }
  job.signal.throwIfAborted();
  return store(environment, findings, labelOf);
}

const isUnchanged = async (known: KnownFile, path: string): Promise<boolean> =>
  known.problem === null && (await stat(path)).size === known.sizeBytes;

/** Of what could not be listed, the files; folders have no row and are only named. */
async function unreadableFiles(
  { job }: Environment,
  skipped: readonly { readonly path: string; readonly reason: string }[],
): Promise<{ path: string; problem: string }[]> {
  const files: { path: string; problem: string }[] = [];
  for (const entry of skipped) {
    const stats = await stat(entry.path).catch(() => undefined);
    if (stats?.isDirectory() === true) warnOfSkipped(job, [entry]);
    else {
      const problem = `The image ${basename(entry.path)} cannot be read: ${entry.reason}.`;
      files.push({ path: entry.path, problem });
    }
  }
  return files;
}

function store(
  { project, job, now }: Environment,
  findings: readonly Finding[],
  labelOf: ReturnType<typeof labelling>,
): ImportOutcome {
  job.progress('storing', 0, 1);
  const addedAt = now();
  const fresh = findings.filter(({ before }) => before === undefined);
  const renewed = findings.filter(({ before }) => before !== undefined);
  const outcome = project.transaction((): ImportOutcome => {
    const ids = putImages(
      project,
      fresh.flatMap((finding) => {
        const label = labelOf(finding.path);
        return label === 'leave out'
          ? []
          : asImage(finding, addedAt).map((image) => ({ ...image, ...label }));
      }),
    );
    putImages(
      project,
      renewed.flatMap((finding) => asImage(finding, addedAt)),
    );
    markImported(
      project,
      renewed.flatMap(({ before }) => (before === undefined ? [] : [before.id])),
    );
    const counts = {
      added: ids.length,
      known: renewed.length,
      unreadable: findings.filter(({ found }) => found !== null && found.problem !== null).length,
      duplicates: countDuplicatesAmong(project, ids),
    };
    appendLog(project, {
      at: addedAt,
      who: 'sparsight',
      action: 'import',
      subject: 'images',
      detail: counts,
    });
    return counts;
  });
  job.progress('storing', 1, 1);
  return outcome;
}

/** What a file has become; nothing when it is as it was. */
function asImage({ path, found }: Finding, addedAt: string): NewImage[] {
  if (found === null) return [];
  const nothing = { sha256: '', sizeBytes: 0, width: 0, height: 0, bitDepth: 8 };
  const { contents, picture, problem } = found;
  return [
    { ...nothing, ...contents, ...picture, path, name: basename(path), problem, imported: true, addedAt },
  ];
}

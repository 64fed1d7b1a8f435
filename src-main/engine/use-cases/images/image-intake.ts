import { basename } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { ImportOutcome } from '../../../../src-shared/contract/images.ts';
import { forgetAddedAt, markImported } from '../../../storage/records/image-changes.ts';
import { countDuplicatesAmong } from '../../../storage/records/image-queries.ts';
import { putImages } from '../../../storage/records/images.ts';
import type { NewImage } from '../../../storage/records/images.ts';
import { getJob } from '../../../storage/records/jobs.ts';
import type { KnownFile } from '../../../storage/records/known-files.ts';
import type { SurveyedImage } from '../../workers/survey-image.ts';
import type { Environment } from '../environment.ts';

/** A file that was looked at. */
export interface Finding {
  readonly path: string;
  /** For a file that is new to the project; one that is not keeps its own. */
  readonly label: string | null;
  readonly before: KnownFile | undefined;
  /** Null when it is as it was. */
  readonly found: Omit<SurveyedImage, 'thumbnail'> | null;
}

/** Few enough that the engine answers others in between, enough that the disk is not asked for each. */
const mostTogether = 100;
/** Milliseconds after which what was found is stored, however little: somebody watches the images arrive. */
const longestWait = 500;

/**
 * Takes what an import finds into the project as it comes, in short transactions. Still an import counts as one: its
 * images carry the moment at which its job began, and by that all of them are taken back when it does not come to its
 * end, here or when the project is next opened. What the project knew before is brought up to date for good.
 */
export class ImageIntake {
  readonly #environment: Environment;
  readonly #addedAt: string;
  readonly #counts = { added: 0, known: 0, unreadable: 0, duplicates: 0 };
  #waiting: Finding[] = [];
  #storedAt = performance.now();

  constructor(environment: Environment) {
    this.#environment = environment;
    const { project, job, now } = environment;
    this.#addedAt = getJob(project, job.jobId).startedAt ?? now();
  }

  take(finding: Finding): void {
    this.#waiting.push(finding);
    const isDue = performance.now() - this.#storedAt >= longestWait;
    if (isDue || this.#waiting.length >= mostTogether) this.#store();
  }

  /** Stores what is left. */
  finish(): ImportOutcome {
    this.#store();
    return this.#counts;
  }

  /** Takes back every image that was added. */
  async undo(): Promise<void> {
    this.#waiting = [];
    while (forgetAddedAt(this.#environment.project, this.#addedAt, mostTogether) > 0) await nextTurn();
  }

  #store(): void {
    const findings = this.#waiting;
    this.#waiting = [];
    const { project } = this.#environment;
    const fresh = findings.filter(({ before }) => before === undefined);
    const renewed = findings.filter(({ before }) => before !== undefined);
    project.transaction(() => {
      const ids = putImages(
        project,
        fresh.flatMap((finding) =>
          this.#asImage(finding).map((image) => ({ ...image, label: finding.label })),
        ),
      );
      putImages(
        project,
        renewed.flatMap((finding) => this.#asImage(finding)),
      );
      markImported(
        project,
        renewed.flatMap(({ before }) => (before === undefined ? [] : [before.id])),
      );
      this.#counts.added += ids.length;
      this.#counts.known += renewed.length;
      this.#counts.unreadable += findings.filter(
        ({ found }) => found !== null && found.problem !== null,
      ).length;
      this.#counts.duplicates += countDuplicatesAmong(project, ids);
    });
    this.#storedAt = performance.now();
  }

  /** What a file has become; nothing when it is as it was. */
  #asImage({ path, found }: Finding): NewImage[] {
    if (found === null) return [];
    const nothing = { sha256: '', sizeBytes: 0, width: 0, height: 0, bitDepth: 8 };
    const { contents, picture, problem } = found;
    const facts = { ...nothing, ...contents, ...picture };
    return [{ ...facts, path, name: basename(path), problem, imported: true, addedAt: this.#addedAt }];
  }
}

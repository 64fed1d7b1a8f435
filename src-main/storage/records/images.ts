import type { Happening } from '../../../src-shared/errors/word-error.ts';
import type { OpenProject, ProjectDatabase } from '../open-project.ts';
import { and, count, eq, gte, inArray, isNull, notInArray, sql } from '../query-builder.ts';
import { images, modelImages, results } from '../schema.ts';
import { reasonsFromText, reasonsToText } from './error-reasons.ts';
import { relativePathOf } from './image-location.ts';
import type { Page } from './page.ts';
import { placeholders } from './placeholders.ts';
import { countingOrder, foldCase } from './text-keys.ts';

/** A photograph as it was when it was last read; the file itself stays where it is. */
export interface NewImage {
  /** Absolute. */
  path: string;
  /** File name without its folder. */
  name: string;
  sizeBytes: number;
  /** Of the file's bytes, in hexadecimal. */
  sha256: string;
  /** Pixels, as displayed. */
  width: number;
  height: number;
  /** Bits per channel. */
  bitDepth: number;
  /** 'good', a type of defect, or null when nobody has said; left out, what is known already stays. */
  label?: string | null;
  /** Absolute path of the mask of its defects; left out, what is known already stays. */
  maskPath?: string | null;
  /** ISO 8601, UTC. */
  addedAt: string;
  /** Whether somebody imported it, not only inspected or learnt from it; once true, it stays. @default false */
  imported?: boolean;
  /** Why it cannot be read, for a person; null when it can. @default null */
  problem?: Happening | null;
}

export interface ImageRecord extends Required<Omit<NewImage, 'problem'>> {
  /** Why it cannot be read, in English; null when it can. */
  problem: string | null;
  /** The same for other languages, see `problemOf`. */
  problemReasons: string | null;
  id: number;
  /** From the project's folder, with forward slashes; null when that is on another drive. */
  relativePath: string | null;
}

/**
 * Adds images, or brings those that are known up to date: known means the same path, or the same place seen from the
 * project's folder with the same contents (project and images were moved together).
 *
 * @returns their ids, in the order given
 */
export function putImages(project: OpenProject, added: readonly NewImage[]): number[] {
  return project.transaction((database) => {
    const find = imageFinder(database);
    const insert = database
      .insert(images)
      .values(placeholders(images))
      .returning({ id: images.id })
      .prepare();
    return added.map((image) => {
      const relativePath = relativePathOf(project, image.path);
      const row = { ...image, ...textKeysOf(image), relativePath, ...problemColumns(image.problem ?? null) };
      const known = find(image, relativePath);
      if (known === undefined) {
        const unlabelled = { label: null, maskPath: null, imported: false };
        return insert.get({ ...unlabelled, ...row }).id;
      }
      const imported = known.imported || image.imported === true;
      database
        .update(images)
        .set({ ...row, addedAt: known.addedAt, imported })
        .where(eq(images.id, known.id))
        .run();
      return known.id;
    });
  });
}

function problemColumns(problem: Happening | null): Pick<ImageRecord, 'problem' | 'problemReasons'> {
  return { problem: problem?.message ?? null, problemReasons: reasonsToText(problem?.reasons) };
}

/** Why an image cannot be read; null when it can. */
export function problemOf(
  project: OpenProject,
  { problem, problemReasons }: Pick<ImageRecord, 'problem' | 'problemReasons'>,
): Happening | null {
  if (problem === null) return null;
  return {
    message: problem,
    ...project.read(() => reasonsFromText(problemReasons, 'images.problem_reasons')),
  };
}

type KnownImage = Pick<ImageRecord, 'id' | 'addedAt' | 'imported'>;

/** Prepared once, since a project may take in tens of thousands of images together. */
function imageFinder(database: ProjectDatabase) {
  const chosen = { id: images.id, addedAt: images.addedAt, imported: images.imported };
  const samePath = database
    .select(chosen)
    .from(images)
    .where(eq(images.path, sql.placeholder('path')))
    .prepare();
  const samePlace = database
    .select(chosen)
    .from(images)
    .where(
      and(
        eq(images.relativePath, sql.placeholder('relativePath')),
        eq(images.sha256, sql.placeholder('sha256')),
      ),
    )
    .prepare();
  return ({ path, sha256 }: NewImage, relativePath: string | null): KnownImage | undefined =>
    samePath.get({ path }) ?? (relativePath === null ? undefined : samePlace.get({ relativePath, sha256 }));
}

/** What images are sorted and searched by. */
export function textKeysOf({ name, path }: Pick<NewImage, 'name' | 'path'>) {
  return { nameOrder: countingOrder(name), searchText: foldCase(path) };
}

/**
 * Forgets images that a job added when nothing of the job is kept: those that neither a result nor a model refers to
 * and nobody imported.
 *
 * @param since when the job began to add them: ISO 8601, UTC
 */
export function forgetUnusedImages(project: OpenProject, since: string): void {
  project.transaction((database) => {
    const inspected = database.select({ id: results.imageId }).from(results);
    const learntFrom = database.select({ id: modelImages.imageId }).from(modelImages);
    database
      .delete(images)
      .where(
        and(
          gte(images.addedAt, since),
          eq(images.imported, false),
          notInArray(images.id, inspected),
          notInArray(images.id, learntFrom),
        ),
      )
      .run();
  });
}

/** In the order in which they were added. */
export function listImages(
  project: OpenProject,
  { offset, limit, label }: Page & { label?: string | null },
): { total: number; images: ImageRecord[] } {
  return project.read((database) => {
    const wanted =
      label === undefined ? undefined : label === null ? isNull(images.label) : eq(images.label, label);
    const total = database.select({ total: count() }).from(images).where(wanted).get()?.total ?? 0;
    const rows = database
      .select()
      .from(images)
      .where(wanted)
      .orderBy(images.id)
      .limit(limit)
      .offset(offset)
      .all();
    return { total, images: rows };
  });
}

/** Those of the ids that there are, by id. */
export function imagesById(project: OpenProject, ids: readonly number[]): Map<number, ImageRecord> {
  return project.read((database) => {
    const rows = database
      .select()
      .from(images)
      .where(inArray(images.id, [...ids]))
      .all();
    return new Map(rows.map((row) => [row.id, row]));
  });
}

/** How many images carry each label; null is the label of those that nobody has labelled. */
export function countImagesByLabel(project: OpenProject): Map<string | null, number> {
  return project.read((database) => {
    const rows = database
      .select({ label: images.label, total: count() })
      .from(images)
      .groupBy(images.label)
      .all();
    return new Map(rows.map(({ label, total }) => [label, total]));
  });
}

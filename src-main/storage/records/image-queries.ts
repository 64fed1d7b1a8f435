import type { SQL } from 'drizzle-orm';
import { reasonedError } from '../../../src-shared/errors/reasoned-error.ts';
import type { OpenProject } from '../open-project.ts';
import { and, asc, count, desc, eq, inArray, isNotNull, isNull, ne, or, sql } from '../query-builder.ts';
import { images } from '../schema.ts';
import type { ImageRecord } from './images.ts';
import type { Page } from './page.ts';
import { foldCase } from './text-keys.ts';

/** Which images, and in what order. */
export interface ImageSelection {
  /** Part of the path, any case; all when empty. */
  text: string;
  /** Only images with one of these labels, null for those without one; all when left out. */
  labels?: readonly (string | null)[] | undefined;
  only: 'all' | 'unreadable' | 'duplicates';
  sort: 'name' | 'addedAt' | 'sizeBytes' | 'label' | 'pixels';
  descending: boolean;
}

/** An image with what the other images say about it. */
export interface ListedImage extends ImageRecord {
  /** The image with the same contents that was added first. */
  duplicateOf: number | null;
}

// Every order is that of an index, so that a page deep in a long list costs as little as the first.
const orders: Readonly<Record<ImageSelection['sort'], readonly SQL[]>> = {
  name: [sql`${images.nameOrder}`],
  addedAt: [sql`${images.addedAt}`],
  sizeBytes: [sql`${images.sizeBytes}`],
  label: [sql`${images.label}`, sql`${images.nameOrder}`],
  pixels: [sql`${images.width} * ${images.height}`],
};

/**
 * Null for the first image of its contents; files that could not even be read have no contents to compare. Names are
 * written out because drizzle leaves the table's name away, and then a column would be that of `first`.
 */
const duplicateOf = sql<number | null>`(
  SELECT first.id FROM images AS first
  WHERE first.sha256 = images.sha256 AND first.id < images.id AND images.sha256 <> ''
  ORDER BY first.id LIMIT 1
)`;

const isDuplicate = sql`images.id IN (
  SELECT id FROM (
    SELECT id, row_number() OVER (PARTITION BY sha256 ORDER BY id) AS place FROM images WHERE sha256 <> ''
  ) WHERE place > 1
)`;

/** A stretch of the selected images; `total` counts all of them. */
export function selectImages(
  project: OpenProject,
  selection: ImageSelection,
  page: Page,
): { total: number; images: ListedImage[] } {
  return project.read((database) => {
    const { total, ids } = selectPage(project, selection, page);
    // Only now that it is known which: for every image that is sorted, the rest would be fetched in vain.
    const rows = database
      .select({ image: images, duplicateOf })
      .from(images)
      .where(inArray(images.id, ids))
      .all();
    const byId = new Map(
      rows.map(({ image, duplicateOf: first }) => [image.id, { ...image, duplicateOf: first }]),
    );
    return { total, images: ids.flatMap((id) => byId.get(id) ?? []) };
  });
}

function selectPage(
  project: OpenProject,
  selection: ImageSelection,
  { offset, limit }: Page,
): { total: number; ids: number[] } {
  if (selection.text.trim() !== '' || selection.only === 'duplicates') {
    // Every image has to be looked at: once for the page and the total.
    const all = selectImageIds(project, selection);
    return { total: all.length, ids: all.slice(offset, offset + limit) };
  }
  const wanted = conditionOf(selection);
  return project.read((database) => ({
    total: database.select({ total: count() }).from(images).where(wanted).get()?.total ?? 0,
    ids: database
      .select({ id: images.id })
      .from(images)
      .where(wanted)
      .orderBy(...orderOf(selection))
      .limit(limit)
      .offset(offset)
      .all()
      .map(({ id }) => id),
  }));
}

/** The ids of all selected images, in order. */
export function selectImageIds(project: OpenProject, selection: ImageSelection): number[] {
  return project.read((database) =>
    database
      .select({ id: images.id })
      .from(images)
      .where(conditionOf(selection))
      .orderBy(...orderOf(selection))
      .all()
      .map(({ id }) => id),
  );
}

/** @throws SparsightError image.missing */
export function getImage(project: OpenProject, id: number): ListedImage {
  return project.read((database) => {
    const row = database.select({ image: images, duplicateOf }).from(images).where(eq(images.id, id)).get();
    if (row === undefined) {
      throw reasonedError('image.missing', 'image.unknown', { image: id }, { path: project.path });
    }
    return { ...row.image, duplicateOf: row.duplicateOf };
  });
}

/** How many images need attention. */
export function countTroubles(project: OpenProject): { unreadable: number; duplicates: number } {
  return project.read((database) => {
    const unreadable = database.select({ n: count() }).from(images).where(isNotNull(images.problem)).get();
    const hashed = database
      .select({ all: count(), different: sql<number>`count(DISTINCT ${images.sha256})` })
      .from(images)
      .where(ne(images.sha256, ''))
      .get();
    return {
      unreadable: unreadable?.n ?? 0,
      duplicates: hashed === undefined ? 0 : hashed.all - hashed.different,
    };
  });
}

type GoodImage = Pick<ImageRecord, 'id' | 'path' | 'width' | 'height' | 'problem'>;

/** The images that are labelled good, by name. */
export function goodImages(project: OpenProject): GoodImage[] {
  const { id, path, width, height, problem } = images;
  return project.read((database) =>
    database
      .select({ id, path, width, height, problem })
      .from(images)
      .where(eq(images.label, 'good'))
      .orderBy(...orders.name, images.id)
      .all(),
  );
}

/** How many of these images have the contents of an image that was added before them. */
export function countDuplicatesAmong(project: OpenProject, ids: readonly number[]): number {
  const named = sql`images.id IN (SELECT value FROM json_each(${JSON.stringify(ids)}))`;
  return project.read((database) => {
    const row = database
      .select({ n: count() })
      .from(images)
      .where(and(named, isNotNull(duplicateOf)))
      .get();
    return row?.n ?? 0;
  });
}

function conditionOf({ text, labels, only }: ImageSelection): SQL | undefined {
  const conditions: (SQL | undefined)[] = [];
  if (text.trim() !== '') conditions.push(sql`instr(${images.searchText}, ${foldCase(text.trim())}) > 0`);
  if (labels !== undefined) conditions.push(hasLabel(labels));
  if (only === 'unreadable') conditions.push(isNotNull(images.problem));
  if (only === 'duplicates') conditions.push(isDuplicate);
  return and(...conditions);
}

function hasLabel(labels: readonly (string | null)[]): SQL | undefined {
  const named = labels.filter((label) => label !== null);
  return or(
    named.length > 0 || labels.length === 0 ? inArray(images.label, named) : undefined,
    labels.includes(null) ? isNull(images.label) : undefined,
  );
}

function orderOf({ sort, descending }: ImageSelection): SQL[] {
  const direction = descending ? desc : asc;
  return [...orders[sort], sql`${images.id}`].map((key) => direction(key));
}

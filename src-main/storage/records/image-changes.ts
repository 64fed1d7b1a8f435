import type { OpenProject } from '../open-project.ts';
import { and, count, eq, inArray, notInArray, sql } from '../query-builder.ts';
import { images, modelImages, results } from '../schema.ts';
import { relativePathOf } from './image-location.ts';
import { textKeysOf } from './images.ts';

export interface ImageLabel {
  id: number;
  label: string | null;
}

/**
 * Labels images, all or none of them; those that the project does not know (any more) are passed over.
 *
 * @returns what the labels were before
 */
export function setLabels(project: OpenProject, labels: readonly ImageLabel[]): ImageLabel[] {
  return project.transaction((database) => {
    const image = eq(images.id, sql.placeholder('id'));
    const find = database.select({ id: images.id, label: images.label }).from(images).where(image).prepare();
    const change = database
      .update(images)
      .set({ label: sql`${sql.placeholder('label')}` })
      .where(image)
      .prepare();
    return labels.flatMap(({ id, label }) => {
      const before = find.get({ id });
      if (before === undefined) return [];
      if (before.label !== label) change.run({ id, label });
      return [before];
    });
  });
}

/**
 * Takes images out of the project, but for those that a model or a result refers to.
 *
 * @returns how many there were, and how many of them stayed
 */
export function removeImages(
  project: OpenProject,
  ids: readonly number[],
): { removed: number; kept: number } {
  const named = isOneOf(ids);
  return project.transaction((database) => {
    const remaining = () => database.select({ n: count() }).from(images).where(named).get()?.n ?? 0;
    const before = remaining();
    database
      .delete(images)
      .where(
        and(
          named,
          notInArray(images.id, database.select({ id: results.imageId }).from(results)),
          notInArray(images.id, database.select({ id: modelImages.imageId }).from(modelImages)),
        ),
      )
      .run();
    const kept = remaining();
    return { removed: before - kept, kept };
  });
}

/** Marks images that a person has imported: they outlive the inspections that saw them. */
export function markImported(project: OpenProject, ids: readonly number[]): void {
  project.transaction((database) => {
    database.update(images).set({ imported: true }).where(isOneOf(ids)).run();
  });
}

/**
 * Forgets some of the images that an import added which did not come to its end, but for those that a model or a result
 * refers to by now.
 *
 * @param addedAt when the import began: ISO 8601, UTC
 * @returns how many it forgot; none when there is none left
 */
export function forgetAddedAt(project: OpenProject, addedAt: string, most: number): number {
  return project.transaction((database) => {
    const some = database
      .select({ id: images.id })
      .from(images)
      .where(
        and(
          eq(images.addedAt, addedAt),
          notInArray(images.id, database.select({ id: results.imageId }).from(results)),
          notInArray(images.id, database.select({ id: modelImages.imageId }).from(modelImages)),
        ),
      )
      .limit(most);
    return database.delete(images).where(inArray(images.id, some)).run().changes;
  });
}

/** Notes where images lie now. Their paths are not taken by other images. */
export function moveImages(
  project: OpenProject,
  moves: readonly { id: number; name: string; path: string }[],
): void {
  project.transaction((database) => {
    for (const { id, name, path } of moves) {
      database
        .update(images)
        .set({ path, relativePath: relativePathOf(project, path), ...textKeysOf({ name, path }) })
        .where(eq(images.id, id))
        .run();
    }
  });
}

/** As one JSON text: SQLite takes fewer parameters than a project has images. */
const isOneOf = (ids: readonly number[]) =>
  sql`${images.id} IN (SELECT value FROM json_each(${JSON.stringify(ids)}))`;

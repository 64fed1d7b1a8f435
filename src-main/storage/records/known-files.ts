import { setImmediate as nextTurn } from 'node:timers/promises';
import type { OpenProject } from '../open-project.ts';
import { gt } from '../query-builder.ts';
import { images } from '../schema.ts';
import { relativePathOf } from './image-location.ts';

/** A file of the project, as far as telling whether it is the same needs. */
export interface KnownFile {
  id: number;
  path: string;
  relativePath: string | null;
  name: string;
  sizeBytes: number;
  problem: string | null;
}

const { id, path, relativePath, name, sizeBytes, problem } = images;

/** Every file of the project, by the order in which they were added. */
export function listKnownFiles(project: OpenProject): KnownFile[] {
  return project.read((database) =>
    database.select({ id, path, relativePath, name, sizeBytes, problem }).from(images).orderBy(id).all(),
  );
}

/** So many are read between the turns of others. */
const pageSize = 5000;

function readPage(project: OpenProject, after: number): KnownFile[] {
  return project.read((database) =>
    database
      .select({ id, path, relativePath, name, sizeBytes, problem })
      .from(images)
      .where(gt(id, after))
      .orderBy(id)
      .limit(pageSize)
      .all(),
  );
}

/** Looks files up by their path, or by their place beside the project, with which they may have been moved. */
export async function knownFileFinder(
  project: OpenProject,
): Promise<(path: string) => KnownFile | undefined> {
  const byPath = new Map<string, KnownFile>();
  const byPlace = new Map<string | null, KnownFile>();
  for (let files = readPage(project, 0); files.length > 0; files = readPage(project, files.at(-1)?.id ?? 0)) {
    for (const file of files) {
      byPath.set(file.path, file);
      byPlace.set(file.relativePath, file);
    }
    await nextTurn();
  }
  return (path) => {
    const place = relativePathOf(project, path);
    return byPath.get(path) ?? (place === null ? undefined : byPlace.get(place));
  };
}

import type { OpenProject } from '../open-project.ts';
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

/** Every file of the project, by the order in which they were added. */
export function listKnownFiles(project: OpenProject): KnownFile[] {
  const { id, path, relativePath, name, sizeBytes, problem } = images;
  return project.read((database) =>
    database.select({ id, path, relativePath, name, sizeBytes, problem }).from(images).orderBy(id).all(),
  );
}

/** Looks files up by their path, or by their place beside the project, with which they may have been moved. */
export function knownFileFinder(project: OpenProject): (path: string) => KnownFile | undefined {
  const known = listKnownFiles(project);
  const byPath = new Map(known.map((file) => [file.path, file]));
  const byPlace = new Map(known.map((file) => [file.relativePath, file]));
  return (path) => {
    const place = relativePathOf(project, path);
    return byPath.get(path) ?? (place === null ? undefined : byPlace.get(place));
  };
}

import type { OpenProject } from '../open-project.ts';
import { asc, inArray } from '../query-builder.ts';
import { images } from '../schema.ts';

/** SQLite takes so many parameters in one query, and not many more. */
const batchSize = 10_000;

/** The images with these contents, by their hash; the one that was added first where there are several. */
export function imageIdsBySha256(project: OpenProject, hashes: readonly string[]): Map<string, number> {
  const found = new Map<string, number>();
  for (let first = 0; first < hashes.length; first += batchSize) {
    const batch = hashes.slice(first, first + batchSize);
    const rows = project.read((database) =>
      database
        .select({ id: images.id, sha256: images.sha256 })
        .from(images)
        .where(inArray(images.sha256, batch))
        .orderBy(asc(images.id))
        .all(),
    );
    for (const { id, sha256 } of rows) if (!found.has(sha256)) found.set(sha256, id);
  }
  return found;
}

import { reasonedError } from '../../../src-shared/errors/reasoned-error.ts';
import type { OpenProject, ProjectDatabase } from '../open-project.ts';
import { and, eq } from '../query-builder.ts';
import { maps } from '../schema.ts';
import { placeholders } from './placeholders.ts';

/** A plane of numbers as its codec packed it; a value is `offset + scale * step`. */
export interface StoredMap {
  width: number;
  height: number;
  dtype: string;
  scale: number;
  offset: number;
  /** As the codec wrote them, which also decompresses them. */
  bytes: Uint8Array;
}

/** A map of a result, such as 'evidence' or 'expected'. */
export interface NewMap extends StoredMap {
  kind: string;
}

/** Called within the transaction that stores the results; the query is built once for many maps. */
export function mapInserter(database: ProjectDatabase): (resultId: number, map: NewMap) => void {
  const insert = database.insert(maps).values(placeholders(maps)).prepare();
  return (resultId, map) => {
    const bytes = Buffer.from(map.bytes.buffer, map.bytes.byteOffset, map.bytes.byteLength);
    insert.run({ ...map, resultId, bytes });
  };
}

/** @throws SparsightError result.missing when the result has no such map */
export function getMap(project: OpenProject, resultId: number, kind: string): StoredMap {
  return project.read((database) => {
    const row = database
      .select()
      .from(maps)
      .where(and(eq(maps.resultId, resultId), eq(maps.kind, kind)))
      .get();
    if (row === undefined) {
      throw reasonedError(
        'result.missing',
        'result.no-map',
        { result: resultId, map: kind },
        { path: project.path },
      );
    }
    const { width, height, dtype, scale, offset, bytes } = row;
    return { width, height, dtype, scale, offset, bytes };
  });
}

import { useQueries } from '@tanstack/react-query';
import { useCallback } from 'react';
import type { ImageQuery, ImageRow } from '../../../../src-shared/contract/images.ts';
import { useEngine } from '../../../app/engine.ts';
import { pageOf, pageOffsets, pageSize } from './pages.ts';

export interface ImageRows {
  /** Undefined while its page is being fetched. */
  at: (place: number) => ImageRow | undefined;
  /** The files in these pages that are gone. */
  missing: readonly string[];
  error: Error | null;
  refetch: () => void;
}

/** The rows from `first` to `last`, both included, in pages that are fetched as they come into sight and kept. */
export function useImageRows(query: ImageQuery, first: number, last: number, total: number): ImageRows {
  const { orpc } = useEngine();
  const offsets = pageOffsets(first, last, total);
  const pages = useQueries({
    queries: offsets.map((offset) =>
      orpc.images.list.queryOptions({ input: { ...query, offset, limit: pageSize } }),
    ),
  });
  const at = useCallback(
    (place: number) => {
      const { offset, within } = pageOf(place);
      return pages[offsets.indexOf(offset)]?.data?.rows[within];
    },
    [pages, offsets],
  );
  const missing = pages
    .flatMap(({ data }) => data?.rows ?? [])
    .filter(({ state }) => state === 'missing')
    .map(({ path }) => path);
  const refetch = () => {
    for (const page of pages) void page.refetch();
  };
  return { at, missing, error: pages.find(({ error }) => error !== null)?.error ?? null, refetch };
}

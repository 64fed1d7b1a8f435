import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useDebouncedValue } from '@mantine/hooks';
import { useMemo, useState } from 'react';
import type { ImageQuery } from '../../../../src-shared/contract/images.ts';
import { useEngine } from '../../../app/engine.ts';
import type { Filter } from './filter.ts';
import { toQuery } from './filter.ts';
import { keepListed, nothingSelected, selectAll, selectAt, targets } from './selection.ts';
import type { Selection, SelectionMode } from './selection.ts';

export interface Gallery {
  query: ImageQuery;
  /** All images of the query in its order; undefined until they are known. */
  ids: readonly number[] | undefined;
  error: Error | null;
  refetch: () => void;
  selection: Selection;
  select: (place: number, mode: SelectionMode) => void;
  focus: (place: number) => void;
  selectAll: () => void;
  selectNone: () => void;
  /** What a command acts on. */
  targets: () => number[];
}

/** While a person types, the list is asked for once they pause. */
const typingMilliseconds = 200;

/** Which images are listed, and which of them are selected. */
export function useGallery(filter: Filter): Gallery {
  const { orpc } = useEngine();
  const [text] = useDebouncedValue(filter.text, typingMilliseconds);
  const query = useMemo(() => toQuery({ ...filter, text }), [filter, text]);
  const {
    data: ids,
    error,
    refetch,
  } = useQuery(orpc.images.ids.queryOptions({ input: query, placeholderData: keepPreviousData }));
  const [selection, setSelection] = useState(nothingSelected);
  const [listed, setListed] = useState(ids);
  if (ids !== listed) {
    setListed(ids);
    setSelection(keepListed(selection, ids ?? []));
  }
  const known = ids ?? [];
  return {
    query,
    ids,
    error,
    refetch: () => void refetch(),
    selection,
    select: (place, mode) => setSelection((before) => selectAt(before, known, place, mode)),
    focus: (place) => setSelection((before) => ({ ...before, focus: place })),
    selectAll: () => setSelection((before) => selectAll(before, known)),
    selectNone: () => setSelection((before) => ({ ...before, ids: new Set() })),
    targets: () => targets(selection, known),
  };
}

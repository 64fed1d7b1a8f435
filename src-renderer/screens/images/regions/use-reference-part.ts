import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import type { ImageRow } from '../../../../src-shared/contract/images.ts';
import type { Pyramid } from '../../../../src-shared/contract/pictures.ts';
import { useEngine } from '../../../app/engine.ts';
import type { TiledPicture } from '../../../viewer/use-tile-painter.ts';

export interface ReferencePart {
  image: ImageRow | undefined;
  /** Which of the good parts, from 0. */
  place: number;
  total: number | undefined;
  pyramid: Pyramid | undefined;
  /** Null until it is opened. */
  picture: TiledPicture | null;
  error: Error | null;
  refetch: () => void;
  show: (place: number) => void;
}

/** A good part to draw on: the first one, onto which the others are aligned, until another is asked for. */
export function useReferencePart(): ReferencePart {
  const { client, orpc } = useEngine();
  const [place, show] = useState(0);
  const parts = useQuery(
    orpc.images.list.queryOptions({ input: { labels: ['good'], sort: 'name', offset: place, limit: 1 } }),
  );
  const image = parts.data?.rows[0];
  const opened = useQuery(
    orpc.pictures.open.queryOptions({
      input: { imageId: image?.id ?? 0 },
      enabled: image !== undefined,
      staleTime: Infinity,
    }),
  );
  const pyramid = opened.data;
  const picture = useMemo(
    () =>
      pyramid === undefined
        ? null
        : {
            levels: pyramid,
            load: async (
              { level, column, row }: { level: number; column: number; row: number },
              signal: AbortSignal,
            ) =>
              createImageBitmap(
                await client.pictures.tile({ imageId: pyramid.imageId, level, column, row }, { signal }),
              ),
          },
    [client, pyramid],
  );
  const failed = parts.error === null ? opened : parts;
  return {
    image,
    place,
    total: parts.data?.total,
    pyramid,
    picture,
    error: failed.error,
    refetch: () => void failed.refetch(),
    show,
  };
}

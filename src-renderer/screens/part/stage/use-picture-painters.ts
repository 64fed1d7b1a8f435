import { useQuery } from '@tanstack/react-query';
import { useCallback, useMemo, useState } from 'react';
import type { Pyramid } from '../../../../src-shared/contract/pictures.ts';
import type { ResultDetail } from '../../../../src-shared/contract/results.ts';
import { useEngine } from '../../../app/engine.ts';
import type { NumberGrid } from '../../../app/read-array.ts';
import { useSettings } from '../../../app/settings.ts';
import { arrayCanvas } from '../../../viewer/array-canvas.ts';
import { colourTable, greyTable } from '../../../viewer/colour-table.ts';
import { heatMapAlpha, heatMapScale } from '../../../viewer/heat-map-scale.ts';
import { paintBacking, paintPicture } from '../../../viewer/painter.ts';
import type { Painter } from '../../../viewer/painter.ts';
import { useTilePainter } from '../../../viewer/use-tile-painter.ts';
import type { TiledPicture } from '../../../viewer/use-tile-painter.ts';
import type { ViewStore } from '../../../viewer/view-store.ts';
import { absoluteDifference, differenceScale } from '../difference.ts';
import type { Display } from '../display.ts';
import type { ShownPicture } from '../shown-picture.ts';
import { usePartMap } from '../use-part-map.ts';

interface Options {
  readonly detail: ResultDetail;
  readonly view: ViewStore;
  readonly display: Display;
  readonly shown: ShownPicture;
  readonly limit: number;
}

interface PicturePainters {
  readonly painters: readonly Painter[];
  /** Why the picture that is asked for cannot be shown. */
  readonly problem: unknown;
  readonly retry: () => void;
  /** The difference in intensity that is shown white; null until there is one. */
  readonly differenceHigh: number | null;
  /** Whether what is asked for is still on its way. */
  readonly waiting: boolean;
}

/** What lies on the stage: the picture that is asked for, and the heat map over it. */
export function usePicturePainters({ detail, view, display, shown, limit }: Options): PicturePainters {
  const photo = usePhoto(detail, view);
  const comparing = shown !== 'part' || display.blinking;
  const expected = usePartMap('expected', detail.id, comparing);
  const compared = usePartMap('part', detail.id, comparing);
  const pictures = useComparedPainters(expected.data, compared.data);
  const heat = useHeatPainter(detail.id, display, limit);

  const base = shown === 'part' ? photo.painter : pictures[shown];
  const painters = useMemo(() => {
    // The photograph below keeps the stage from going blank while the others are worked out.
    const below = base ?? photo.painter;
    return heat === null ? [paintBacking, below] : [paintBacking, below, heat];
  }, [base, heat, photo.painter]);

  const maps = shown === 'part' ? [] : [expected, compared];
  return {
    painters,
    differenceHigh: pictures.differenceHigh,
    problem: photo.problem ?? maps.find(({ isError }) => isError)?.error ?? null,
    retry: () => {
      photo.retry();
      for (const map of [expected, compared]) if (map.isError) void map.refetch();
    },
    waiting: shown === 'part' ? photo.isPending : maps.some(({ isPending }) => isPending),
  };
}

function usePhoto(detail: ResultDetail, view: ViewStore) {
  const { client, orpc } = useEngine();
  const { imageId } = detail;
  const opened = useQuery(
    orpc.pictures.open.queryOptions({ input: { imageId }, staleTime: Infinity, retry: false }),
  );
  const [failure, setFailure] = useState<{ imageId: number; attempt: number; error: unknown } | null>(null);
  const [attempt, setAttempt] = useState(0);
  const pyramid: Pyramid | undefined = opened.data;
  const picture = useMemo<TiledPicture | null>(() => {
    // Another attempt asks for all tiles anew.
    if (pyramid === undefined || attempt < 0) return null;
    return {
      levels: pyramid,
      load: async (tile, signal) =>
        createImageBitmap(await client.pictures.tile({ imageId: pyramid.imageId, ...tile }, { signal })),
    };
  }, [attempt, client, pyramid]);
  const onProblem = useCallback(
    (error: unknown) => setFailure({ imageId, attempt, error }),
    [attempt, imageId],
  );
  const painter = useTilePainter(picture, view, onProblem);
  const failed = failure?.imageId === imageId && failure.attempt === attempt ? failure.error : null;
  return {
    painter,
    problem: opened.error ?? failed,
    isPending: opened.isPending,
    retry: () => {
      setAttempt((before) => before + 1);
      if (opened.isError) void opened.refetch();
    },
  };
}

function useComparedPainters(expected: NumberGrid | undefined, compared: NumberGrid | undefined) {
  return useMemo(() => {
    const grey = (map: NumberGrid, high: number) =>
      paintPicture(arrayCanvas(map, { table: greyTable(), low: 0, high }), { smooth: false });
    const difference =
      expected === undefined || compared === undefined ? null : absoluteDifference(compared, expected);
    const differenceHigh = difference === null ? null : differenceScale(difference);
    return {
      differenceHigh,
      expected: expected === undefined ? null : grey(expected, 1),
      compared: compared === undefined ? null : grey(compared, 1),
      difference: difference === null || differenceHigh === null ? null : grey(difference, differenceHigh),
    };
  }, [compared, expected]);
}

function useHeatPainter(resultId: number, display: Display, limit: number): Painter | null {
  const { settings } = useSettings();
  const { data: evidence } = usePartMap('evidence', resultId, true);
  const { colourMap, heatMapOpacity } = settings;
  const threshold = display.onlyAbove ? limit : null;
  const canvas = useMemo(
    () =>
      evidence === undefined
        ? null
        : arrayCanvas(evidence, {
            table: colourTable(colourMap),
            ...heatMapScale,
            alpha: heatMapAlpha(threshold),
          }),
    [colourMap, evidence, threshold],
  );
  return useMemo(
    () =>
      canvas === null || !display.heatMap
        ? null
        : paintPicture(canvas, { smooth: true, opacity: heatMapOpacity }),
    [canvas, display.heatMap, heatMapOpacity],
  );
}

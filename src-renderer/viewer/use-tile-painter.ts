import { useEffect, useState } from 'react';
import { showsSinglePixels } from './painter.ts';
import type { Painter } from './painter.ts';
import { TileStore } from './tile-store.ts';
import type { LoadTile } from './tile-store.ts';
import { drawingOrder, levelFor, tileArea, tilesIn } from './tiles.ts';
import type { Levels, Tile } from './tiles.ts';
import type { View, ViewStore } from './view-store.ts';
import { visibleArea } from './viewport.ts';

export interface TiledPicture {
  readonly levels: Levels;
  readonly load: LoadTile;
}

const paintNothing: Painter = () => undefined;

/**
 * Draws a picture from its tiles: only those that are seen, at the level that the scale asks for, with coarser ones
 * in their place until they are there.
 *
 * @param picture null while nothing is known of it
 */
export function useTilePainter(
  picture: TiledPicture | null,
  view: ViewStore,
  onProblem: (error: unknown) => void,
): Painter {
  const [painter, setPainter] = useState<Painter>(() => paintNothing);
  useEffect(() => {
    if (picture === null) return undefined;
    const { levels, load } = picture;
    const store = new TileStore({ load, onArrival: () => view.redraw(), onProblem });
    const want = () => store.want(urgency(view.get(), levels));
    const unsubscribe = view.subscribe(want);
    want();
    setPainter(() => tilePainter(store, levels));
    return () => {
      unsubscribe();
      store.dispose();
      setPainter(() => paintNothing);
    };
  }, [picture, onProblem, view]);
  return painter;
}

function tilePainter(store: TileStore, levels: Levels): Painter {
  return (context, view) => {
    const { x, y, scale } = view.viewport;
    context.save();
    context.imageSmoothingEnabled = !showsSinglePixels(scale);
    context.imageSmoothingQuality = 'high';
    const isThere = (tile: Tile) => store.get(tile) !== undefined;
    for (const tile of drawingOrder(tilesInSight(view, levels), isThere, levels)) {
      const bitmap = store.get(tile);
      if (bitmap === undefined) continue;
      const area = tileArea(tile, levels);
      // Whole physical pixels, or hair lines would show between the tiles.
      const left = snapped(x + area.x * scale);
      const top = snapped(y + area.y * scale);
      const right = snapped(x + (area.x + area.width) * scale);
      const bottom = snapped(y + (area.y + area.height) * scale);
      context.drawImage(bitmap, left, top, right - left, bottom - top);
    }
    context.restore();
  };
}

/** The coarsest level first: it is small, and stands in for everything until the rest is there. */
function urgency(view: View, levels: Levels): Tile[] {
  const whole = { x: 0, y: 0, width: levels.width, height: levels.height };
  const coarsest = tilesIn(whole, levels.levels - 1, levels);
  return [...coarsest, ...tilesInSight(view, levels)];
}

function tilesInSight({ viewport, picture, stage }: View, levels: Levels): Tile[] {
  const level = levelFor(viewport.scale * devicePixelRatio, levels);
  return tilesIn(visibleArea(viewport, picture, stage), level, levels);
}

const snapped = (value: number): number => Math.round(value * devicePixelRatio) / devicePixelRatio;

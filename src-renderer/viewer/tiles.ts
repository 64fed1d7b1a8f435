import type { Pyramid } from '../../src-shared/contract/pictures.ts';
import type { Area } from './viewport.ts';

/** One square piece of one level of a picture. */
export interface Tile {
  readonly level: number;
  readonly column: number;
  readonly row: number;
}

export type Levels = Pick<Pyramid, 'width' | 'height' | 'tileSide' | 'levels'>;

export const tileKey = ({ level, column, row }: Tile): string => `${level}/${column}/${row}`;

/**
 * The coarsest level that still has a pixel for every pixel of the screen.
 *
 * @param scale pixels of the screen (physical ones, not CSS pixels) for one of the picture
 */
export function levelFor(scale: number, { levels }: Levels): number {
  const level = Math.floor(Math.log2(1 / scale) + 1e-9);
  return Math.min(levels - 1, Math.max(0, level));
}

/** The tiles of a level that an area needs, nearest to its middle first. */
export function tilesIn(area: Area, level: number, levels: Levels): Tile[] {
  if (area.width <= 0 || area.height <= 0) return [];
  const side = tileSpan(level, levels);
  const last = (length: number) => Math.ceil(length / side) - 1;
  const range = (from: number, length: number, all: number): [number, number] => [
    Math.max(0, Math.floor(from / side)),
    Math.min(last(all), Math.ceil((from + length) / side) - 1),
  ];
  const [left, right] = range(area.x, area.width, levels.width);
  const [top, bottom] = range(area.y, area.height, levels.height);
  const tiles: Tile[] = [];
  for (let row = top; row <= bottom; row++) {
    for (let column = left; column <= right; column++) tiles.push({ level, column, row });
  }
  const middle = { x: (area.x + area.width / 2) / side - 0.5, y: (area.y + area.height / 2) / side - 0.5 };
  const distance = ({ column, row }: Tile) => (column - middle.x) ** 2 + (row - middle.y) ** 2;
  return tiles.sort((a, b) => distance(a) - distance(b));
}

/** Where a tile lies, in pixels of the picture; the last ones of a row or column end with the picture. */
export function tileArea({ level, column, row }: Tile, levels: Levels): Area {
  const side = tileSpan(level, levels);
  const x = column * side;
  const y = row * side;
  return {
    x,
    y,
    width: Math.min(side, levels.width - x),
    height: Math.min(side, levels.height - y),
  };
}

/** The tile of a coarser level that shows the same place; null above the coarsest. */
export function parentOf({ level, column, row }: Tile, { levels }: Levels): Tile | null {
  if (level + 1 >= levels) return null;
  return { level: level + 1, column: Math.floor(column / 2), row: Math.floor(row / 2) };
}

/**
 * What to draw, in drawing order (coarse below fine), of the tiles that are there: for each wanted tile itself, or else
 * the sharpest coarser one that covers it. Finer tiles that happen to be there are drawn, too: they are from where the
 * picture was looked at closer a moment ago, and sharper than what would stand in for them.
 */
export function drawingOrder(
  wanted: readonly Tile[],
  isThere: (tile: Tile) => boolean,
  levels: Levels,
): Tile[] {
  const drawn = new Map<string, Tile>();
  for (const tile of wanted) {
    let candidate: Tile | null = tile;
    while (candidate !== null && !isThere(candidate)) candidate = parentOf(candidate, levels);
    if (candidate !== null) drawn.set(tileKey(candidate), candidate);
    if (candidate !== tile)
      for (const child of childrenOf(tile)) if (isThere(child)) drawn.set(tileKey(child), child);
  }
  return [...drawn.values()].sort((a, b) => b.level - a.level);
}

function childrenOf({ level, column, row }: Tile): Tile[] {
  if (level === 0) return [];
  return [0, 1].flatMap((down) =>
    [0, 1].map((right) => ({ level: level - 1, column: 2 * column + right, row: 2 * row + down })),
  );
}

/** Edge of a level's tile, in pixels of the picture. */
function tileSpan(level: number, { tileSide }: Levels): number {
  return tileSide * 2 ** level;
}

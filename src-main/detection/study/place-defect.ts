import type { Plane } from '../../../src-shared/domain/image.ts';
import type { ContrastName, DefectKind } from '../../../src-shared/domain/study.ts';
import { createRandom } from '../../numerics/random/generator.ts';
import type { CellGrid } from '../look/cells.ts';
import type { PlantedDefect } from './planted-defect.ts';

/** Change of brightness as a share of the part's range from dark to bright. */
export const contrasts: Readonly<Record<ContrastName, number>> = { faint: 0.15, clear: 0.4 };

/** A defect that is to be tried; where it comes to lie follows from the part and the seed. */
export interface DefectToTry {
  readonly kind: DefectKind;
  readonly contrast: ContrastName | null;
  readonly size: number;
  readonly seed: number;
}

/** Where parts are inspected: 1 for each such cell of a lattice over the whole picture. */
export interface InspectedCells {
  readonly cells: Pick<CellGrid, 'columns' | 'rows'>;
  readonly inspected: Uint8Array;
}

/** Places that are compared for the kinds of defects that need something to be there. */
const candidates = 12;

/**
 * Finds a place for a defect on a part: anywhere that is inspected and where it lies wholly within the picture. What is
 * blurred or missing needs something to be seen there, so it takes the most varied of a few places.
 */
export function placeDefect(
  plane: Plane,
  { cells: { columns, rows }, inspected }: InspectedCells,
  { kind, contrast, size, seed }: DefectToTry,
): PlantedDefect {
  const random = createRandom(seed, 'study/place');
  const margin = Math.min(size / 2 + 2, plane.width / 2, plane.height / 2);
  const open = Uint32Array.from(inspected.keys()).filter((cell) => {
    if (inspected[cell] === 0) return false;
    const { x, y } = middleOf(cell);
    return x >= margin && x <= plane.width - margin && y >= margin && y <= plane.height - margin;
  });
  const needsContent = kind === 'blur' || kind === 'missing';
  const places = Array.from({ length: needsContent ? candidates : 1 }, () => {
    if (open.length === 0) return { x: plane.width / 2, y: plane.height / 2 };
    return middleOf(open[random.integer(open.length)]!);
  });
  const best = places.reduce((a, b) => (variation(plane, b, size) > variation(plane, a, size) ? b : a));
  return {
    kind,
    size,
    ...best,
    angle: Math.PI * random.uniform(),
    contrast: contrast === null ? 0 : contrasts[contrast],
    seed,
  };

  function middleOf(cell: number) {
    const column = cell % columns;
    const row = (cell - column) / columns;
    return { x: ((column + 0.5) * plane.width) / columns, y: ((row + 0.5) * plane.height) / rows };
  }
}

/** Standard deviation of the intensities in a square. */
function variation({ width, height, data }: Plane, middle: { x: number; y: number }, size: number): number {
  const [left, right] = [Math.max(0, middle.x - size / 2), Math.min(width - 1, middle.x + size / 2)];
  const [top, bottom] = [Math.max(0, middle.y - size / 2), Math.min(height - 1, middle.y + size / 2)];
  const step = Math.max(1, Math.floor(size / 24));
  let [count, sum, squares] = [0, 0, 0];
  for (let y = Math.ceil(top); y <= bottom; y += step) {
    for (let x = Math.ceil(left); x <= right; x += step) {
      const value = data[y * width + x]!;
      count++;
      sum += value;
      squares += value * value;
    }
  }
  return count === 0 ? 0 : squares / count - (sum / count) ** 2;
}

import type { Size } from '../../../src-shared/domain/image.ts';
import type { PatchGrid } from '../patches/patch-grid.ts';

/** Means of 2 x 2 squares in double precision; an odd last row or column counts twice. */
export function referenceDownsampleByTwo(plane: ArrayLike<number>, { width, height }: Size): Float64Array {
  const halfWidth = Math.ceil(width / 2);
  return Float64Array.from({ length: halfWidth * Math.ceil(height / 2) }, (_, i) => {
    const x = [2 * (i % halfWidth), Math.min(2 * (i % halfWidth) + 1, width - 1)];
    const y = [2 * Math.floor(i / halfWidth), Math.min(2 * Math.floor(i / halfWidth) + 1, height - 1)];
    return (
      y.reduce((sum, row) => sum + x.reduce((part, column) => part + plane[row * width + column]!, 0), 0) / 4
    );
  });
}

/** Bilinear interpolation of one value per patch at every pixel, in double precision. */
export function referenceUpsampleGridMap(
  map: ArrayLike<number>,
  grid: PatchGrid,
  { width, height }: Size,
): Float64Array {
  return Float64Array.from({ length: width * height }, (_, i) => {
    const [left, right, rightward] = bracket(grid.xs, grid.size, i % width);
    const [top, bottom, downward] = bracket(grid.ys, grid.size, Math.floor(i / width));
    const at = (row: number, column: number): number => map[row * grid.columns + column]!;
    const upper = at(top, left) * (1 - rightward) + at(top, right) * rightward;
    const lower = at(bottom, left) * (1 - rightward) + at(bottom, right) * rightward;
    return upper * (1 - downward) + lower * downward;
  });
}

/** The patches whose centres enclose a coordinate, and how far it is from the first to the second. */
function bracket(edges: Int32Array, size: number, coordinate: number): [number, number, number] {
  const centres = Array.from(edges, (edge) => edge + (size - 1) / 2);
  const after = centres.findIndex((centre) => centre > coordinate);
  if (after === 0) return [0, 0, 0];
  if (after === -1) return [centres.length - 1, centres.length - 1, 0];
  const before = after - 1;
  return [before, after, (coordinate - centres[before]!) / (centres[after]! - centres[before]!)];
}

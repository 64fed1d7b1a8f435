export interface MosaicPicture {
  readonly width: number;
  readonly height: number;
  /** RGBA, row by row. */
  readonly pixels: Uint8ClampedArray<ArrayBuffer>;
}

/** Pixels between atoms and around them. */
const gap = 1;

/** Columns that make the mosaic about `aspect` times as wide as it is high. */
export function mosaicColumns(atoms: number, aspect: number): number {
  return Math.max(1, Math.min(atoms, Math.round(Math.sqrt(atoms * aspect))));
}

/**
 * Atoms side by side, one pixel for each of theirs, with transparent gaps. Zero is mid-grey, and each atom uses the
 * whole range, since an atom says a shape rather than a brightness.
 *
 * @param atoms [count x side * side], row-major
 */
export function drawMosaic(atoms: Float32Array, count: number, side: number, columns: number): MosaicPicture {
  const rows = Math.ceil(count / columns);
  const width = columns * (side + gap) + gap;
  const height = rows * (side + gap) + gap;
  const pixels = new Uint8ClampedArray(width * height * 4);
  for (let atom = 0; atom < count; atom++) {
    const values = atoms.subarray(atom * side * side, (atom + 1) * side * side);
    const left = gap + (atom % columns) * (side + gap);
    const top = gap + Math.floor(atom / columns) * (side + gap);
    const strongest = values.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
    values.forEach((value, index) => {
      const x = left + (index % side);
      const y = top + Math.floor(index / side);
      const grey = strongest === 0 ? 127.5 : 127.5 + (127.5 * value) / strongest;
      pixels.set([grey, grey, grey, 255], 4 * (y * width + x));
    });
  }
  return { width, height, pixels };
}

/** Which atom lies under a pixel of the mosaic; null in a gap or past the last. */
export function atomAt(
  x: number,
  y: number,
  { count, side, columns }: { count: number; side: number; columns: number },
): number | null {
  const column = Math.floor((x - gap) / (side + gap));
  const row = Math.floor((y - gap) / (side + gap));
  if (column < 0 || column >= columns || row < 0) return null;
  const atom = row * columns + column;
  return atom < count ? atom : null;
}

export interface DctOptions {
  /** Width of a patch in pixels. */
  width: number;
  /** Height of a patch in pixels. */
  height: number;
  /** Number of atoms. */
  atoms: number;
  /**
   * Whether the constant atom comes first. Patches without their mean never use it, so it is left out unless asked
   * for. @default false
   */
  constantAtom?: boolean;
}

/**
 * Overcomplete separable 2-D DCT dictionary as in Aharon, Elad & Bruckstein (IEEE TSP 2006): the 1-D atom of
 * frequency k out of m is cos(pi k (i + 1/2) / m), without its mean for k > 0, and 2-D atoms are outer products. The
 * lowest frequencies (ku / mu + kv / mv) come first, and exactly `atoms` of them are returned: the highest of the
 * smallest product grid that holds them are dropped.
 *
 * @returns [atoms x (height * width)], unit norm
 * @throws RangeError when a length or the number of atoms is not a positive integer
 */
export function dctDictionary({ width, height, atoms, constantAtom = false }: DctOptions): Float32Array {
  for (const length of [width, height, atoms]) {
    if (!Number.isInteger(length) || length < 1)
      throw new RangeError(`patch edges and atoms must be positive integers, got ${length}`);
  }
  const needed = atoms + (constantAtom ? 0 : 1);
  const perRow = Math.max(width === 1 ? 1 : 2, Math.ceil(Math.sqrt(needed)));
  const columns = width === 1 ? 1 : height === 1 ? needed : perRow;
  const rows = Math.ceil(needed / columns);
  const across = oneDimensional(width, columns);
  const down = oneDimensional(height, rows);

  const pairs: [row: number, column: number][] = [];
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++) pairs.push([row, column]);
  const frequency = ([row, column]: [number, number]) => row / rows + column / columns;
  pairs.sort((p, q) => frequency(p) - frequency(q) || p[0] - q[0]);

  const chosen = pairs.slice(constantAtom ? 0 : 1, constantAtom ? atoms : atoms + 1);
  const dictionary = new Float32Array(atoms * width * height);
  chosen.forEach(([row, column], atom) => {
    for (let y = 0; y < height; y++) {
      for (let x = 0; x < width; x++)
        dictionary[(atom * height + y) * width + x] = down[row]![y]! * across[column]![x]!;
    }
  });
  return dictionary;
}

/** `count` unit-norm cosines of `length` samples. */
function oneDimensional(length: number, count: number): Float64Array[] {
  return Array.from({ length: count }, (_, k) => {
    const atom = Float64Array.from({ length }, (_unused, i) => Math.cos((Math.PI * k * (i + 0.5)) / count));
    const mean = k === 0 ? 0 : atom.reduce((sum, entry) => sum + entry, 0) / length;
    const centred = atom.map((entry) => entry - mean);
    const norm = Math.hypot(...centred);
    return centred.map((entry) => entry / norm);
  });
}

/** How far each cell of a part is from good parts, by what is compared. */
export interface CellDistances {
  readonly indicators: Float32Array;
  /** Null where structure does not follow the place. */
  readonly structure: Float32Array | null;
  readonly material: Float32Array;
  /** What of its patch cannot be rebuilt from those of good parts at its place. */
  readonly rebuilding: Float32Array;
  /** Null where colours are not compared. */
  readonly tints: Float32Array | null;
  /** 1 for each cell that was not photographed, so that nothing is known of it; null when all were. */
  readonly unseen: Uint8Array | null;
}

export const mapsOf = ({
  indicators,
  structure,
  material,
  rebuilding,
  tints,
}: CellDistances): Float32Array[] =>
  [indicators, structure, material, rebuilding, tints].filter((map) => map !== null);

/** Something for each of the comparisons that are made; null for those that are not. */
export interface ByComparison<Value> {
  readonly indicators: Value;
  readonly structure: Value | null;
  readonly material: Value;
  readonly rebuilding: Value;
  readonly tints: Value | null;
}

export function eachComparison<From, To>(
  { indicators, structure, material, rebuilding, tints }: ByComparison<From>,
  change: (value: From) => To,
): ByComparison<To> {
  return {
    indicators: change(indicators),
    structure: structure === null ? null : change(structure),
    material: change(material),
    rebuilding: change(rebuilding),
    tints: tints === null ? null : change(tints),
  };
}

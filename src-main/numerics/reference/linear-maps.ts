/** A dictionary in double precision: one array per atom, all of the same length. */
export interface ReferenceDictionary {
  readonly atoms: Float64Array[];
}

export function innerProduct(a: Float64Array, b: Float64Array): number {
  return a.reduce((sum, value, i) => sum + value * b[i]!, 0);
}

/** G = D^T D, [K x K] row-major. */
export function gramMatrix({ atoms }: ReferenceDictionary): Float64Array {
  return Float64Array.from(atoms.flatMap((a) => atoms.map((b) => innerProduct(a, b))));
}

/** The signal minus the sum of the atoms in the support times their coefficients. */
export function residualOf(
  { atoms }: ReferenceDictionary,
  x: Float64Array,
  indices: readonly number[],
  coefficients: readonly number[],
): Float64Array {
  return x.map(
    (value, i) => value - indices.reduce((sum, k, j) => sum + coefficients[j]! * atoms[k]![i]!, 0),
  );
}

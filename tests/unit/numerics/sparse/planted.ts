import type { Random } from '../../../../src-main/numerics/random/generator.ts';

/** Random atoms of unit norm, [atomCount x dimension]. */
export function randomAtoms(random: Random, atomCount: number, dimension: number): Float32Array {
  const atoms = Float32Array.from({ length: atomCount * dimension }, () => random.normal());
  for (let k = 0; k < atomCount; k += 1) {
    const atom = atoms.subarray(k * dimension, (k + 1) * dimension);
    const norm = Math.sqrt(atom.reduce((sum, value) => sum + value * value, 0));
    atom.forEach((value, i) => {
      atom[i] = value / norm;
    });
  }
  return atoms;
}

/** Rows of a float array as double-precision arrays. */
export function rowsOf(values: Float32Array, rowLength: number): Float64Array[] {
  return Array.from({ length: values.length / rowLength }, (_, i) =>
    Float64Array.from(values.subarray(i * rowLength, (i + 1) * rowLength)),
  );
}

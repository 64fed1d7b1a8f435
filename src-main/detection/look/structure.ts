import type { F32, Kernels } from '../../numerics/kernels/kernels.ts';
import { principalComponents } from '../../numerics/linalg/principal-components.ts';
import { extractPatches } from '../../numerics/patches/extract-patches.ts';
import type { PatchGrid } from '../../numerics/patches/patch-grid.ts';
import { correlations } from '../../numerics/sparse/batch-omp.ts';
import { prepareDictionary } from '../../numerics/sparse/dictionary.ts';
import type { CoderDictionary } from '../../numerics/sparse/dictionary.ts';
import { quantile } from '../../numerics/statistics/quantile.ts';
import { thinned } from './cells.ts';
import type { CellGrid } from './cells.ts';
import type { Level } from './pyramid.ts';

/**
 * What patches are told in: the principal components of good patches at equal contrast. Where the
 * indicators say how well a patch is rebuilt, this says what it looks like, however faint: the direction of a line,
 * the side of an edge.
 */
export interface StructureBasis {
  /** [components x dimension], row-major, orthonormal. */
  readonly components: Float32Array;
  readonly count: number;
  readonly dimension: number;
  /** Median norm of good patches: weaker ones are mostly noise and are not raised to full contrast. */
  readonly noise: number;
}

/** Components that patches are told in: a faint line needs many. */
export const describedComponents = 24;
/** The strongest of them say what a patch looks like on the whole. */
export const structureComponents = 16;

/** @param described [components][cells] */
export const structureOf = (described: readonly Float32Array[]): Float32Array[] =>
  described.slice(0, structureComponents);

/**
 * Every so many cells of a part is compared by its patch, in both directions: patches of the structure scale are four times
 * as large as a cell, so the cells between say little more.
 */
export const structureStep = 2;

/** The scale that structure is told at: the second, where sensor noise is averaged out and fine lines are not. */
export const structureScale = (scales: number): number => Math.min(1, scales - 1);

/**
 * @param patches [count x dimension] good patches of the structure scale, without their means
 */
export function learnStructure(patches: Float32Array, dimension: number): StructureBasis {
  const count = patches.length / dimension;
  const norms = Float32Array.from({ length: count }, (_, i) => norm(patches, i * dimension, dimension));
  const noise = Math.max(quantile(norms, 0.5), Number.EPSILON);
  const equalised = patches.slice();
  norms.forEach((length, i) => scale(equalised, i * dimension, dimension, 1 / (length + noise)));
  const keep = Math.min(describedComponents, dimension, count);
  const { basis } = principalComponents(equalised, count, dimension, keep);
  return { components: Float32Array.from(basis), count: keep, dimension, noise };
}

/** A basis in kernel memory. */
export interface LoadedStructure {
  readonly basis: StructureBasis;
  readonly dictionary: CoderDictionary;
}

export function loadStructure(kernels: Kernels, basis: StructureBasis): LoadedStructure {
  const shape = { atomCount: basis.count, dimension: basis.dimension };
  return { basis, dictionary: prepareDictionary(kernels, basis.components, shape) };
}

/** Patches described at a time. */
const blockSize = 512;

/**
 * The structure around every `step`-th cell.
 *
 * @param level the structure scale of the part
 * @returns [components][cells of the thinned lattice]
 */
export function describeStructure(
  kernels: Kernels,
  { basis, dictionary }: LoadedStructure,
  { plane, size, reduction }: Level,
  cells: CellGrid,
  step: number,
): Float32Array[] {
  const edge = Math.round(Math.sqrt(basis.dimension));
  const { columns, rows } = thinned(cells, step);
  const total = columns * rows;
  const centres = (count: number) =>
    Float64Array.from({ length: count }, (_, i) => ((i * step + 0.5) * cells.edge) / reduction);
  const grid: PatchGrid = {
    columns,
    rows,
    size: edge,
    xs: centred(centres(columns), edge, size.width),
    ys: centred(centres(rows), edge, size.height),
  };
  return kernels.scoped(() => {
    const patches = {
      out: kernels.f32(total * basis.dimension),
      means: kernels.f32(total),
      energies: kernels.f32(total),
    };
    const range = { grid, firstIndex: 0, count: total };
    extractPatches(kernels, plane, size, range, { removeMean: true }, patches);
    const norms = patches.energies.view.map(Math.sqrt);
    // A part noisier than the good ones must not have its noise taken for structure.
    const noise = Math.max(basis.noise, quantile(norms, 0.5));
    const described = Array.from({ length: basis.count }, () => new Float32Array(total));
    const products = kernels.f32(blockSize * dictionary.paddedAtomCount);
    for (let first = 0; first < total; first += blockSize) {
      const count = Math.min(blockSize, total - first);
      const block: F32 = patches.out.slice(first * basis.dimension, (first + count) * basis.dimension);
      correlations(kernels, dictionary, block, count, products);
      const values = products.view;
      described.forEach((component, c) => {
        for (let i = 0; i < count; i++) {
          component[first + i] = values[i * dictionary.paddedAtomCount + c]! / (norms[first + i]! + noise);
        }
      });
    }
    return described;
  });
}

/** Patch edges such that each patch lies about its centre, kept within the plane. */
function centred(centres: Float64Array, edge: number, length: number): Int32Array {
  return Int32Array.from(centres, (centre) =>
    Math.min(length - edge, Math.max(0, Math.round(centre - edge / 2))),
  );
}

function norm(values: Float32Array, start: number, length: number): number {
  let sum = 0;
  for (let i = start; i < start + length; i++) sum += values[i]! * values[i]!;
  return Math.sqrt(sum);
}

function scale(values: Float32Array, start: number, length: number, factor: number): void {
  for (let i = start; i < start + length; i++) values[i]! *= factor;
}

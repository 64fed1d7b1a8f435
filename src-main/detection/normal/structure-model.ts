import { median } from '../../imaging/normalise/median.ts';
import type { Kernels } from '../../numerics/kernels/kernels.ts';
import { cellCount } from '../look/cells.ts';
import type { CellGrid } from '../look/cells.ts';
import { loadStructure } from '../look/structure.ts';
import type { LoadedStructure, StructureBasis } from '../look/structure.ts';
import { allowExceptions, loadBank } from './exception-bank.ts';
import type { ExceptionBank, LoadedBank } from './exception-bank.ts';
import { collectReferences, compareWithReferences, loadReferences, writeQuery } from './reference-parts.ts';
import type { LoadedReferences, ReferenceParts } from './reference-parts.ts';

/** What structure good parts show, place by place, and what they show now and then anywhere. */
export interface StructureModel {
  readonly basis: StructureBasis;
  readonly references: ReferenceParts;
  readonly exceptions: ExceptionBank;
}

/** A structure model in kernel memory. */
export interface LoadedStructureModel {
  readonly structure: LoadedStructure;
  readonly references: LoadedReferences;
  readonly bank: LoadedBank;
}

/**
 * Collects the structure of good parts. One unit is the root mean square over all components, places and parts: the
 * components keep their proportions, since the strong ones are the ones that matter.
 *
 * @param parts [parts][components][cells]
 */
export function collectStructure(
  cells: CellGrid,
  parts: readonly (readonly Float32Array[])[],
): ReferenceParts {
  const components = parts[0]!.length;
  const places = cellCount(cells);
  let energy = 0;
  for (const part of parts) for (const values of part) for (const value of values) energy += value * value;
  const unit = Math.sqrt(energy / (parts.length * components * places));
  const units = Array.from({ length: components }, () => new Float32Array(places).fill(unit));
  return collectReferences(cells, parts, units, components);
}

export function loadStructureModel(kernels: Kernels, model: StructureModel): LoadedStructureModel {
  return {
    structure: loadStructure(kernels, model.basis),
    references: loadReferences(kernels, model.references),
    bank: loadBank(kernels, model.exceptions, cellCount(model.references.cells)),
  };
}

/**
 * How far the structure of each cell is from what good parts show at its place, or anywhere as an exception; centred by
 * the part's median, so that a part that is noisier all over is not suspicious for that.
 *
 * @param described [components][cells]
 */
export function compareStructure(
  kernels: Kernels,
  model: LoadedStructureModel,
  described: readonly Float32Array[],
): Float32Array {
  const { distances } = compareWithReferences(kernels, model.references, described);
  return withExceptions(kernels, model, described, distances, -1);
}

/**
 * The second half of `compareStructure`, for a good part whose distances to the others at each place are known.
 *
 * @param distances [cells], lowered in place
 * @param excluded  index of the reference part that this is: its own exceptions do not count; -1 for none
 */
export function withExceptions(
  kernels: Kernels,
  { references, bank }: LoadedStructureModel,
  described: readonly Float32Array[],
  distances: Float32Array,
  excluded: number,
): Float32Array {
  writeQuery(references, described);
  allowExceptions(kernels, bank, references, distances, excluded);
  const middle = median(distances);
  return distances.map((distance) => distance - middle);
}

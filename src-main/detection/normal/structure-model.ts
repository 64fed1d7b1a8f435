import { median } from '../../imaging/normalise/median.ts';
import type { Kernels } from '../../numerics/kernels/kernels.ts';
import { cellCount, fillIn } from '../look/cells.ts';
import type { CellGrid } from '../look/cells.ts';
import { structureStep } from '../look/structure.ts';
import { allowExceptions, loadBank } from './exception-bank.ts';
import type { ExceptionBank, LoadedBank } from './exception-bank.ts';
import { collectReferences, compareWithReferences, loadReferences } from './reference-parts.ts';
import type { LoadedReferences, ReferenceParts } from './reference-parts.ts';

/** What structure good parts show, place by place, and what they show now and then anywhere. */
export interface StructureModel {
  readonly references: ReferenceParts;
  readonly exceptions: ExceptionBank;
}

/** A structure model in kernel memory. */
export interface LoadedStructureModel {
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

/** Good parts are kept at every cell, so that a shift costs nothing. */
export function loadStructureReferences(kernels: Kernels, references: ReferenceParts): LoadedReferences {
  return loadReferences(kernels, references, structureStep);
}

/** @param references of the model, already loaded */
export function loadStructureModel(
  kernels: Kernels,
  { exceptions }: StructureModel,
  references: LoadedReferences,
): LoadedStructureModel {
  return {
    references,
    bank: loadBank(kernels, exceptions, references.distances.view.length),
  };
}

/**
 * How far the structure of each cell is from what good parts show at its place, or anywhere as an exception; centred by
 * the part's median, so that a part that is noisier all over is not suspicious for that.
 *
 * @param described [components][cells compared]
 * @param excluded  index of the reference part that this is, which then counts as little as its own exceptions; -1 for
 *                  none
 * @returns [cells]
 */
export function compareStructure(
  kernels: Kernels,
  { references, bank }: LoadedStructureModel,
  described: readonly Float32Array[],
  excluded = -1,
): Float32Array {
  const { distances } = compareWithReferences(kernels, references, described, excluded);
  allowExceptions(kernels, bank, references, distances, excluded);
  const middle = median(distances);
  for (let cell = 0; cell < distances.length; cell++) distances[cell]! -= middle;
  return fillIn(references.parts.cells, structureStep, distances);
}

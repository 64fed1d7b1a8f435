import { thin } from '../../detection/look/cells.ts';
import type { CellGrid } from '../../detection/look/cells.ts';
import { structureStep } from '../../detection/look/structure.ts';
import { calibrate } from '../../detection/normal/calibration.ts';
import type { CellDistances } from '../../detection/normal/cell-distances.ts';
import { compareMaterial, learnMaterial } from '../../detection/normal/material.ts';
import type { Material, MaterialSample } from '../../detection/normal/material.ts';
import { loadPlacePatches, rebuildFromPlaces } from '../../detection/normal/place-patches.ts';
import type { PlacePatches } from '../../detection/normal/place-patches.ts';
import { structureFollowsPlace } from '../../detection/normal/place-structure.ts';
import { compareWithReferences, loadReferences } from '../../detection/normal/reference-parts.ts';
import type { ReferenceParts } from '../../detection/normal/reference-parts.ts';
import {
  compareStructure,
  loadStructureModel,
  loadStructureReferences,
} from '../../detection/normal/structure-model.ts';
import type { StructureModel } from '../../detection/normal/structure-model.ts';
import { measureGoodPart } from './measure-task.ts';
import type { MeasuredPart, MeasureRequest } from './measure-task.ts';
import { task } from './reply.ts';
import { kernels, resident } from './thread.ts';

/** Whether the place on these good parts says what structure to expect. */
export const followsPlace = task(({ cells, parts }: { cells: CellGrid; parts: Float32Array[][] }): boolean =>
  structureFollowsPlace(cells, parts),
);

export interface CompareStructureRequest {
  key: string;
  references: ReferenceParts;
  /** [components][cells] */
  structure: Float32Array[];
  /** Index of the reference part that this is. */
  excluded: number;
}

const structureReferences = (key: string, references: ReferenceParts) =>
  resident.get(key, 'structure references', () => loadStructureReferences(kernels, references));

const compared = ({ cells }: ReferenceParts, structure: readonly Float32Array[]) =>
  structure.map((component) => thin(cells, structureStep, component));

/** How far the structure of a good part is from the other good parts at its place, before exceptions are known. */
export const comparePlaces = task(
  ({ key, references, structure, excluded }: CompareStructureRequest): Float32Array =>
    compareWithReferences(
      kernels,
      structureReferences(key, references),
      compared(references, structure),
      excluded,
    ).distances,
);

/** What good parts are compared with. */
export interface GoodParts {
  /** Names the learning that this is for. */
  key: string;
  references: ReferenceParts;
  tintReferences: ReferenceParts | null;
  structureModel: StructureModel | null;
  material: Material;
  patches: PlacePatches;
}

/**
 * How far each cell of a good part is from the other good parts.
 *
 * @param excluded index of the reference part that this is, or -1
 */
function distancesOf(
  { key, references, tintReferences, structureModel, material, patches }: GoodParts,
  { channels, tints, described, structure, unseen }: MeasuredPart,
  excluded: number,
): CellDistances {
  const { cells } = references;
  const loaded = resident.get(key, 'references', () => loadReferences(kernels, references));
  const loadedPatches = resident.get(key, 'patches', () => loadPlacePatches(kernels, patches));
  const compareTints = (known: ReferenceParts, measured: Float32Array[]) => {
    const loadedTints = resident.get(key, 'tints', () => loadReferences(kernels, known));
    return compareWithReferences(kernels, loadedTints, measured, excluded).distances;
  };
  const compareShapes = (known: StructureModel, shapes: Float32Array[]) => {
    const loadedStructure = resident.get(key, 'structure', () =>
      loadStructureModel(kernels, known, structureReferences(key, known.references)),
    );
    return compareStructure(kernels, loadedStructure, compared(references, shapes), excluded);
  };
  return {
    indicators: compareWithReferences(kernels, loaded, channels, excluded).distances,
    structure:
      structureModel === null || structure === null ? null : compareShapes(structureModel, structure),
    material: compareMaterial(kernels, cells, material, channels),
    rebuilding: rebuildFromPlaces(kernels, cells, loadedPatches, described, excluded),
    tints: tintReferences === null || tints === null ? null : compareTints(tintReferences, tints),
    unseen,
  };
}

/** How far each cell of a reference part is from the others. */
export const compare = task(
  ({ good, part, excluded }: { good: GoodParts; part: MeasuredPart; excluded: number }): CellDistances =>
    distancesOf(good, part, excluded),
);

/** How far each cell of a good part that is no reference is from the reference parts; its measurements stay in the thread. */
export const compareOther = task(
  async ({ good, request }: { good: GoodParts; request: MeasureRequest }): Promise<CellDistances> =>
    distancesOf(good, await measureGoodPart(request), -1),
);

/** What good parts are made of. */
export const learnMaterials = task(
  ({
    cells,
    parts,
    inspected,
  }: {
    cells: CellGrid;
    parts: MaterialSample[];
    inspected: Uint8Array;
  }): Material => learnMaterial(kernels, cells, parts, inspected),
);

/** Calibration from good parts that the comparison had not seen. */
export const calibrateParts = task(
  ({ cells, parts, inspected }: { cells: CellGrid; parts: CellDistances[]; inspected: Uint8Array }) =>
    calibrate(kernels, cells, parts, inspected),
);

import type { CellGrid } from '../../detection/look/cells.ts';
import { calibrate } from '../../detection/normal/calibration.ts';
import type { CellDistances } from '../../detection/normal/cell-distances.ts';
import { compareMaterial, learnMaterial } from '../../detection/normal/material.ts';
import type { Material, MaterialSample } from '../../detection/normal/material.ts';
import { structureFollowsPlace } from '../../detection/normal/place-structure.ts';
import { compareWithReferences, loadReferences } from '../../detection/normal/reference-parts.ts';
import type { ReferenceParts } from '../../detection/normal/reference-parts.ts';
import {
  compareStructure,
  loadStructureModel,
  loadStructureReferences,
} from '../../detection/normal/structure-model.ts';
import type { StructureModel } from '../../detection/normal/structure-model.ts';
import { task } from './reply.ts';
import { kernels, resident } from './thread.ts';

/** Whether the place on these good parts says what structure to expect. */
export const followsPlace = task(({ cells, parts }: { cells: CellGrid; parts: Float32Array[][] }): boolean =>
  structureFollowsPlace(cells, parts),
);

export interface CompareStructureRequest {
  key: string;
  references: ReferenceParts;
  /** [components][cells compared] */
  described: Float32Array[];
  /** Index of the reference part that this is. */
  excluded: number;
}

const structureReferences = (key: string, references: ReferenceParts) =>
  resident.get(key, 'structure references', () => loadStructureReferences(kernels, references));

/** How far the structure of a good part is from the other good parts at its place, before exceptions are known. */
export const comparePlaces = task(
  ({ key, references, described, excluded }: CompareStructureRequest): Float32Array =>
    compareWithReferences(kernels, structureReferences(key, references), described, excluded).distances,
);

export interface CompareRequest {
  key: string;
  references: ReferenceParts;
  tintReferences: ReferenceParts | null;
  structure: StructureModel | null;
  material: Material;
  channels: Float32Array[];
  tints: Float32Array[] | null;
  described: Float32Array[] | null;
  unseen: Uint8Array | null;
  /** Index of the reference part that this is, or -1. */
  excluded: number;
}

/** How far each cell of a good part is from the other good parts. */
export const compare = task(
  ({
    key,
    references,
    tintReferences,
    structure,
    material,
    channels,
    tints,
    described,
    unseen,
    excluded,
  }: CompareRequest): CellDistances => {
    const loaded = resident.get(key, 'references', () => loadReferences(kernels, references));
    const compareTints = (known: ReferenceParts, measured: Float32Array[]) => {
      const loadedTints = resident.get(key, 'tints', () => loadReferences(kernels, known));
      return compareWithReferences(kernels, loadedTints, measured, excluded).distances;
    };
    const distances = {
      indicators: compareWithReferences(kernels, loaded, channels, excluded).distances,
      structure: null,
      material: compareMaterial(kernels, references.cells, material, channels),
      tints: tintReferences === null || tints === null ? null : compareTints(tintReferences, tints),
      unseen,
    };
    if (structure === null || described === null) return distances;
    const loadedStructure = resident.get(key, 'structure', () =>
      loadStructureModel(kernels, structure, structureReferences(key, structure.references)),
    );
    return { ...distances, structure: compareStructure(kernels, loadedStructure, described, excluded) };
  },
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

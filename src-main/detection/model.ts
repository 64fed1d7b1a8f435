import type { Size } from '../../src-shared/domain/image.ts';
import type { Limits } from '../../src-shared/domain/decision.ts';
import type { Recipe } from '../../src-shared/domain/recipe.ts';
import type { ReferenceImage } from './working-image.ts';
import type { AtomActivity } from './look/activity.ts';
import type { StructureBasis } from './look/structure.ts';
import type { Calibration } from './normal/calibration.ts';
import type { Material } from './normal/material.ts';
import type { PlacePatches } from './normal/place-patches.ts';
import type { ReferenceParts } from './normal/reference-parts.ts';
import type { StructureModel } from './normal/structure-model.ts';

/** A dictionary of one scale with what good parts do with it. */
export interface ScaleDictionary extends AtomActivity {
  /** [atomCount x dimension], row-major, unit norm. */
  readonly atoms: Float32Array;
  readonly atomCount: number;
  readonly dimension: number;
  /** Mean squared residual norm per patch after each iteration of learning. */
  readonly objective: number[];
}

/** Everything that is needed to look at a part: what `learn` makes and `inspect` uses. */
export interface DetectionModel {
  readonly recipe: Recipe;
  /** Size of the good parts' files; other sizes are brought to it. */
  readonly imageSize: Size;
  /** Size at which parts are looked at. */
  readonly workingSize: Size;
  /** The part that others are moved onto; null when they are not. */
  readonly referenceImage: ReferenceImage | null;
  readonly scales: ScaleDictionary[];
  readonly references: ReferenceParts;
  /** [references] what each is from: the SHA-256 of a good part's file. */
  readonly sources: readonly string[];
  /** How many reference parts have made room for parts that were taught, the oldest first. */
  readonly replaced: number;
  /** How the reference parts are tinted, all channels both ways; null where colours are not compared. */
  readonly tints: ReferenceParts | null;
  /** What patches are told in, for all that follows. */
  readonly basis: StructureBasis;
  /** What patches are rebuilt from: those of the reference parts. */
  readonly patches: PlacePatches;
  /** Null where the place on a part does not say what structure to expect. */
  readonly structure: StructureModel | null;
  readonly material: Material;
  /** [cells] 1 where parts are inspected. */
  readonly inspected: Uint8Array;
  readonly calibration: Calibration;
  readonly limits: Limits;
}

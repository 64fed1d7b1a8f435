import type { Plane } from '../../../src-shared/domain/image.ts';
import type { DefectKind } from '../../../src-shared/domain/study.ts';

/** A defect to put into the picture of a good part. */
export interface PlantedDefect {
  readonly kind: DefectKind;
  /** Length of a scratch, diameter of anything else, in pixels of the picture. */
  readonly size: number;
  /** Its middle, in pixels of the picture. */
  readonly x: number;
  readonly y: number;
  /** Of a scratch, in radians. */
  readonly angle: number;
  /**
   * Change of brightness as a share of the part's own range from dark to bright, positive; without meaning for what is
   * blurred or missing.
   */
  readonly contrast: number;
  /** Of whatever is random about it. */
  readonly seed: number;
}

/** Part of a picture that a defect touches. */
export interface Patch {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  /** [height x width] how much of each pixel the defect covers, in [0, 1] */
  readonly coverage: Float32Array;
}

export interface PlantedPart {
  readonly plane: Plane;
  /** [height x width] 1 where the defect covers at least half of a pixel. */
  readonly mask: Uint8Array;
}

import type { Random } from '../../numerics/random/generator.ts';
import type { PartDesign } from '../design/part-design.ts';
import type { PixelBox, Pose } from '../surface/pose.ts';
import type { SurfaceMaps } from '../surface/surface-maps.ts';

/** A part's surface, and where on it. */
export interface DefectCanvas {
  readonly maps: SurfaceMaps;
  readonly design: PartDesign;
  readonly pose: Pose;
  /** Receives 1 for every pixel that the defect touches (size x size). */
  readonly footprint: Uint8Array;
}

/** What was done to a surface. */
export interface DefectTrace {
  /** Pixels outside of which nothing was changed. */
  readonly box: PixelBox;
  /** Its longest extent, in pixels. */
  readonly length: number;
}

/**
 * Damages a surface.
 *
 * @param strength In [0, 1]: from hardly visible to obvious.
 */
export type SurfaceDefect = (canvas: DefectCanvas, strength: number, random: Random) => DefectTrace;

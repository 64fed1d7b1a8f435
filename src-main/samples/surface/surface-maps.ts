/**
 * What a photographed scene is made of, pixel by pixel; every plane is size x size, row-major. Slopes are those of
 * the height (towards the camera) along the part's own axes: a rotation of a degree does not change how they look.
 */
export interface SurfaceMaps {
  readonly size: number;
  /** Share of the pixel that is bare metal, in [0, 1]; the rest is background, or the dark of a hole. */
  readonly metal: Float32Array;
  /** Share of light that comes back, about 1 for clean metal. */
  readonly reflectance: Float32Array;
  readonly slopeX: Float32Array;
  readonly slopeY: Float32Array;
  /** Unit vector along the grooves of the finish: metal shines across its grooves, not along them. */
  readonly tangentX: Float32Array;
  readonly tangentY: Float32Array;
  /** How far the grooves lean out of their direction, as a slope. */
  readonly grain: Float32Array;
}

export function createSurfaceMaps(size: number): SurfaceMaps {
  const plane = () => new Float32Array(size * size);
  return {
    size,
    metal: plane(),
    reflectance: plane(),
    slopeX: plane(),
    slopeY: plane(),
    tangentX: plane(),
    tangentY: plane(),
    grain: plane(),
  };
}

export function copySurfaceMaps(maps: SurfaceMaps): SurfaceMaps {
  return {
    size: maps.size,
    metal: maps.metal.slice(),
    reflectance: maps.reflectance.slice(),
    slopeX: maps.slopeX.slice(),
    slopeY: maps.slopeY.slice(),
    tangentX: maps.tangentX.slice(),
    tangentY: maps.tangentY.slice(),
    grain: maps.grain.slice(),
  };
}

/** Maps whose metal and grooves are shared with the original, and whose relief and reflectance can be changed. */
export function copyRelief(maps: SurfaceMaps): SurfaceMaps {
  return {
    ...maps,
    reflectance: maps.reflectance.slice(),
    slopeX: maps.slopeX.slice(),
    slopeY: maps.slopeY.slice(),
    grain: maps.grain.slice(),
  };
}

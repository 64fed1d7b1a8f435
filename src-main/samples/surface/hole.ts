import type { HoleDesign } from '../design/part-design.ts';
import { forEachPixel, pixelBox, type Pose } from './pose.ts';
import type { SurfaceMaps } from './surface-maps.ts';

/**
 * Drills a hole and chamfers it. Sets `footprint` (size x size) to 1 wherever the hole or its chamfer is.
 */
export function drillHole(maps: SurfaceMaps, hole: HoleDesign, pose: Pose, footprint: Uint8Array): void {
  const { size, metal, reflectance, slopeX, slopeY, tangentX, tangentY, grain } = maps;
  const { radius, chamfer } = hole;
  const outer = radius + chamfer;
  const box = pixelBox(pose, size, hole.centre, outer + 2, outer + 2);
  forEachPixel(pose, size, box, hole.centre, (i, u, v) => {
    const r = Math.sqrt(u * u + v * v) + 1e-6;
    if (r > outer + 1) return;
    const nx = u / r;
    const ny = v / r;
    const cone = Math.min(1, Math.max(0, outer - r + 0.5));
    const open = Math.min(1, Math.max(0, radius - r + 0.5));
    footprint[i] = cone > 0 ? 1 : footprint[i]!;
    // The countersink turns with the drill: ring grooves, a little brighter than the face, falling inwards.
    slopeX[i] = slopeX[i]! * (1 - cone) + 0.8 * nx * cone;
    slopeY[i] = slopeY[i]! * (1 - cone) + 0.8 * ny * cone;
    if (cone > 0.5) {
      tangentX[i] = -ny;
      tangentY[i] = nx;
    }
    grain[i] = grain[i]! * (1 - 0.8 * cone);
    const ring = 1 + (reflectance[i]! - 1) * (1 - 0.5 * cone) + 0.04 * cone * Math.sin(r * 2.1);
    // Looking down the bore: a bit of wall near the rim, then the dark.
    const depth = Math.min(1, (radius - r) / (radius * 0.22));
    const wall = 0.1 + 0.16 * (1 - depth) * (1 - depth);
    metal[i] = metal[i]! * (1 - open);
    slopeX[i] = slopeX[i] * (1 - 0.3 * open);
    slopeY[i] = slopeY[i] * (1 - 0.3 * open);
    reflectance[i] = ring * (1 - open) + wall * open;
  });
}

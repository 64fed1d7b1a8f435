import type { PartDesign } from '../design/part-design.ts';
import { forEachPixel, type Pose } from './pose.ts';
import type { SurfaceMaps } from './surface-maps.ts';

/** Brightness of the bench below the part, relative to metal. */
const bench = 0.15;

/**
 * Cuts the part out of its texture: background outside, a machined edge that slopes down all around, and the shade
 * that the part throws on the bench. Expects the texture to be in place.
 */
export function cutOutline(maps: SurfaceMaps, design: PartDesign, pose: Pose): void {
  const { size, metal, reflectance, slopeX, slopeY, tangentX, tangentY, grain } = maps;
  const { halfWidth, halfHeight, corner, chamfer } = design.outline;
  const { unit } = design;
  const whole = { left: 0, top: 0, right: size, bottom: size };
  forEachPixel(pose, size, whole, { x: 0, y: 0 }, (i, u, v) => {
    const qx = Math.abs(u) - halfWidth + corner;
    const qy = Math.abs(v) - halfHeight + corner;
    const ox = Math.max(qx, 0);
    const oy = Math.max(qy, 0);
    const beyond = Math.sqrt(ox * ox + oy * oy);
    // Signed distance to the outline, negative inside (a rounded box).
    const distance = beyond + Math.min(Math.max(qx, qy), 0) - corner;
    if (distance < -chamfer - 1) {
      metal[i] = 1;
      return;
    }
    const cover = Math.min(1, Math.max(0, 0.5 - distance));
    const edge = Math.min(1, Math.max(0, 0.5 + distance + chamfer));
    let nx = u < 0 ? -1 : 1;
    let ny = 0;
    if (beyond > 0) {
      nx = (ox / beyond) * (u < 0 ? -1 : 1);
      ny = (oy / beyond) * (v < 0 ? -1 : 1);
    } else if (qy > qx) {
      nx = 0;
      ny = v < 0 ? -1 : 1;
    }
    // The edge was cut in one pass around the part: its own grooves follow it, and hide those of the face.
    metal[i] = cover;
    slopeX[i] = slopeX[i]! * (1 - edge) - 0.75 * nx * edge;
    slopeY[i] = slopeY[i]! * (1 - edge) - 0.75 * ny * edge;
    if (edge > 0.5) {
      tangentX[i] = -ny;
      tangentY[i] = nx;
    }
    grain[i] = grain[i]! * (1 - 0.7 * edge);
    const face = 1 + (reflectance[i]! - 1) * (1 - 0.6 * edge);
    const shade = 1 - 0.55 * Math.exp(-Math.max(0, distance) / (7 * unit));
    reflectance[i] = face * cover + bench * shade * (1 - cover);
    if (cover === 0) {
      slopeX[i] = 0;
      slopeY[i] = 0;
    }
  });
}

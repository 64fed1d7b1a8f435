import type { PartDesign } from '../design/part-design.ts';
import type { Pose } from './pose.ts';
import type { SurfaceMaps } from './surface-maps.ts';

/** Brightness of the bench below the part, relative to metal. */
const bench = 0.15;
/** Slope of the machined edge. */
const fall = 0.75;

/**
 * Cuts the part out of its texture: background outside, a machined edge that slopes down all around, and the shade
 * that the part throws on the bench. Expects the texture to be in place.
 */
export function cutOutline(maps: SurfaceMaps, design: PartDesign, pose: Pose): void {
  const { size, metal, reflectance, slopeX, slopeY, tangentX, tangentY, grain } = maps;
  const { halfWidth, halfHeight, corner, chamfer } = design.outline;
  const shadow = 7 * design.unit;
  // Nearer than this to the centre of a corner's circle lies the untouched face.
  const inner = corner - chamfer - 0.5;
  metal.fill(1);
  for (let y = 0; y < size; y++) {
    const dy = y - pose.y;
    for (let x = 0; x < size; x++) {
      const dx = x - pose.x;
      const u = pose.cos * dx + pose.sin * dy;
      const v = pose.cos * dy - pose.sin * dx;
      const qx = Math.abs(u) - halfWidth + corner;
      const qy = Math.abs(v) - halfHeight + corner;
      const ox = Math.max(qx, 0);
      const oy = Math.max(qy, 0);
      const square = ox * ox + oy * oy;
      if (square < inner * inner) continue;
      const beyond = Math.sqrt(square);
      // Signed distance to the outline, negative inside (a rounded box).
      const distance = beyond + Math.min(Math.max(qx, qy), 0) - corner;
      const i = y * size + x;
      if (distance >= 0.5) {
        const dark = distance < 6 * shadow ? 0.55 * Math.exp(-distance / shadow) : 0;
        metal[i] = 0;
        slopeX[i] = 0;
        slopeY[i] = 0;
        reflectance[i] = bench * (1 - dark);
        continue;
      }
      const cover = Math.min(1, 0.5 - distance);
      const edge = Math.min(1, 0.5 + distance + chamfer);
      let nx = 0;
      let ny = 0;
      if (beyond > 0) {
        nx = (ox / beyond) * Math.sign(u);
        ny = (oy / beyond) * Math.sign(v);
      } else if (qx > qy) nx = Math.sign(u);
      else ny = Math.sign(v);
      // The edge was cut in one pass around the part: its own grooves follow it, and hide those of the face.
      metal[i] = cover;
      slopeX[i] = slopeX[i]! * (1 - edge) - fall * nx * edge;
      slopeY[i] = slopeY[i]! * (1 - edge) - fall * ny * edge;
      if (edge > 0.5) {
        tangentX[i] = -ny;
        tangentY[i] = nx;
      }
      grain[i]! *= 1 - 0.7 * edge;
      const face = 1 + (reflectance[i]! - 1) * (1 - 0.6 * edge);
      reflectance[i] = face * cover + bench * 0.45 * (1 - cover);
    }
  }
}

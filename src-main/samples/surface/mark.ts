import type { MarkDesign } from '../design/part-design.ts';
import { forEachPixel, pixelBox, type Pose } from './pose.ts';
import { type Nearest, nearestOnStrokes } from './stroke-distance.ts';
import type { SurfaceMaps } from './surface-maps.ts';

/**
 * Engraves a mark: a round-bottomed groove with a thin raised lip, duller than the face. Sets `footprint`
 * (size x size) to 1 wherever the groove or its lip is.
 */
export function engraveMark(maps: SurfaceMaps, mark: MarkDesign, pose: Pose, footprint: Uint8Array): void {
  const { size, reflectance, slopeX, slopeY, grain } = maps;
  const { toolRadius } = mark;
  const lip = 0.55 * toolRadius;
  const reach = toolRadius + lip;
  const find = nearestOnStrokes(mark.strokes, reach);
  const nearest: Nearest = { distance: Infinity, awayX: 0, awayY: 0, arc: 0 };
  const box = pixelBox(pose, size, mark.centre, mark.halfWidth + reach, mark.halfHeight + reach);
  forEachPixel(pose, size, box, mark.centre, (i, u, v) => {
    find(u, v, nearest);
    const { distance } = nearest;
    if (distance > reach) return;
    const inside = Math.min(1, Math.max(0, toolRadius - distance + 0.5));
    const outside = Math.sin((Math.PI * Math.max(0, distance - toolRadius)) / lip);
    const slope = 0.95 * (distance / toolRadius) * inside - 0.22 * outside * (1 - inside);
    footprint[i] = 1;
    slopeX[i] = slopeX[i]! * (1 - 0.8 * inside) + slope * nearest.awayX;
    slopeY[i] = slopeY[i]! * (1 - 0.8 * inside) + slope * nearest.awayY;
    grain[i] = grain[i]! * (1 - 0.6 * inside);
    reflectance[i] = reflectance[i]! * (1 - 0.3 * inside);
  });
}

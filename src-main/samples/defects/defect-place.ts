import type { Random } from '../../numerics/random/generator.ts';
import type { PartDesign, Point } from '../design/part-design.ts';
import { between } from '../surface/fast-normal.ts';

/** A place on the open face, at least `margin` pixels from the outer edge and not in the hole. */
export function placeOnFace(design: PartDesign, margin: number, random: Random): Point {
  const { outline, hole } = design;
  const width = Math.max(0, outline.halfWidth - outline.chamfer - margin);
  const height = Math.max(0, outline.halfHeight - outline.chamfer - margin);
  const round = design.family === 'turned-disc';
  for (;;) {
    const x = between(random, -width, width);
    const y = between(random, -height, height);
    if (round && Math.hypot(x, y) > width) continue;
    const clear = hole ? hole.radius + hole.chamfer + Math.min(margin, 12 * design.unit) : 0;
    if (hole && Math.hypot(x - hole.centre.x, y - hole.centre.y) < clear) continue;
    return { x, y };
  }
}

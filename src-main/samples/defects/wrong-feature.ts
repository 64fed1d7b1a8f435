import type { Random } from '../../numerics/random/generator.ts';
import type { MarkDesign, PartDesign, Point } from '../design/part-design.ts';
import { between } from '../surface/fast-normal.ts';

/** A drawing with one feature made wrongly. */
export interface WrongDesign {
  readonly design: PartDesign;
  readonly feature: 'hole' | 'mark';
  /** How far the feature went, in pixels; 0 when it is missing. */
  readonly shift: number;
}

/** The hole was not drilled, or the mark was not engraved. */
export function omitFeature(design: PartDesign, random: Random): WrongDesign {
  return random.uniform() < 0.5
    ? { design: { ...design, hole: null }, feature: 'hole', shift: 0 }
    : { design: { ...design, mark: null }, feature: 'mark', shift: 0 };
}

/** The hole or the mark is 8 to 18 pixels (of a 400 pixel photograph) from where it belongs, and still on the face. */
export function displaceFeature(design: PartDesign, random: Random): WrongDesign {
  const shift = between(random, 8, 18) * design.unit;
  const feature = random.uniform() < 0.5 ? 'hole' : 'mark';
  const { hole, mark } = design;
  for (;;) {
    const angle = between(random, 0, 2 * Math.PI);
    const moved = (from: Point) => ({
      x: from.x + shift * Math.cos(angle),
      y: from.y + shift * Math.sin(angle),
    });
    if (feature === 'hole' && hole) {
      const to = { ...hole, centre: moved(hole.centre) };
      const reach = to.radius + to.chamfer;
      if (onFace(design, to.centre, reach, reach)) return { design: { ...design, hole: to }, feature, shift };
    } else if (mark) {
      const to: MarkDesign = { ...mark, centre: moved(mark.centre) };
      const reach = 2 * to.toolRadius;
      if (onFace(design, to.centre, to.halfWidth + reach, to.halfHeight + reach))
        return { design: { ...design, mark: to }, feature, shift };
    }
  }
}

/** Whether a rectangle on the part lies within the machined edge. */
function onFace(
  { outline, family }: PartDesign,
  centre: Point,
  halfWidth: number,
  halfHeight: number,
): boolean {
  const x = Math.abs(centre.x) + halfWidth;
  const y = Math.abs(centre.y) + halfHeight;
  if (family === 'turned-disc') return Math.hypot(x, y) < outline.halfWidth - outline.chamfer;
  return x < outline.halfWidth - outline.chamfer && y < outline.halfHeight - outline.chamfer;
}

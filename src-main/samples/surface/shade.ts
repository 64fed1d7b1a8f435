import type { Lighting } from './lighting.ts';
import type { PixelBox } from './pose.ts';
import type { SurfaceMaps } from './surface-maps.ts';

/**
 * Light that reaches the lens, written into `radiance` (size x size) for the pixels of the box; about 0.5 for a
 * well-lit face. Slopes are lit as a matt surface; grooves shine as an anisotropic micro-facet surface with the
 * long-tailed lobe of Trowbridge and Reitz (Walter et al. 2007, "GGX"), whose width differs along and across them.
 */
export function shade(maps: SurfaceMaps, lighting: Lighting, box: PixelBox, radiance: Float32Array): void {
  const { size, metal, reflectance, slopeX, slopeY, tangentX, tangentY, grain } = maps;
  const half = size / 2;
  const { fromX, fromY, relief, ambient, gradientX, gradientY } = lighting;
  for (let y = box.top; y < box.bottom; y++) {
    const py = (y - half) / half;
    for (let x = box.left; x < box.right; x++) {
      const i = y * size + x;
      const px = (x - half) / half;
      const sx = slopeX[i]!;
      const sy = slopeY[i]!;
      const tx = tangentX[i]!;
      const ty = tangentY[i]!;
      const tilt = Math.max(-0.85, -relief * (sx * fromX + sy * fromY));
      let light = ambient * (1 + tilt) * (1 + gradientX * px + gradientY * py);
      if (metal[i]! > 0) {
        let shine = 0;
        for (const lamp of lighting.lamps) {
          // Half vector between lamp and lens, as a slope that a mirror there would need.
          const hx = lamp.x - px + sx;
          const hy = lamp.y - py + sy;
          const along = (tx * hx + ty * hy + grain[i]!) / lamp.narrow;
          const across = (tx * hy - ty * hx) / lamp.broad;
          const q = 1 + along * along + across * across;
          shine += lamp.strength / (q * Math.sqrt(q));
        }
        light += metal[i]! * shine;
      }
      radiance[i] = light * reflectance[i]!;
    }
  }
}

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
  const lamps = lighting.lamps.map((lamp) => ({
    x: lamp.x,
    y: lamp.y,
    strength: lamp.strength,
    along: 1 / lamp.narrow,
    across: 1 / lamp.broad,
  }));
  for (let y = box.top; y < box.bottom; y++) {
    const py = (y - half) / half;
    for (let x = box.left; x < box.right; x++) {
      const i = y * size + x;
      const px = (x - half) / half;
      const sx = slopeX[i]!;
      const sy = slopeY[i]!;
      const tilt = Math.max(-0.85, -relief * (sx * fromX + sy * fromY));
      let light = ambient * (1 + tilt) * (1 + gradientX * px + gradientY * py);
      const shining = metal[i]!;
      if (shining > 0) {
        const tx = tangentX[i]!;
        const ty = tangentY[i]!;
        const lean = grain[i]!;
        for (let l = 0; l < lamps.length; l++) {
          const lamp = lamps[l]!;
          // Half vector between lamp and lens, as a slope that a mirror there would need.
          const hx = lamp.x - px + sx;
          const hy = lamp.y - py + sy;
          const along = (tx * hx + ty * hy + lean) * lamp.along;
          const across = (tx * hy - ty * hx) * lamp.across;
          const q = 1 + along * along + across * across;
          light += (shining * lamp.strength) / (q * Math.sqrt(q));
        }
      }
      radiance[i] = light * reflectance[i]!;
    }
  }
}

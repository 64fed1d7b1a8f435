import type { Random } from '../../numerics/random/generator.ts';
import type { SampleSettings } from '../settings.ts';
import { between } from './fast-normal.ts';

/** A lamp as the metal sees it. Places are in half photograph widths from the middle. */
export interface Lamp {
  /** Where its mirror image would stand on a polished part. */
  readonly x: number;
  readonly y: number;
  readonly strength: number;
  /** Width of its reflection along the grooves, and across them. */
  readonly narrow: number;
  readonly broad: number;
}

export interface Lighting {
  readonly lamps: readonly Lamp[];
  /** Light from all around, before the gradient. */
  readonly ambient: number;
  /** Direction (unit vector) from which slopes are lit, and how strongly. */
  readonly fromX: number;
  readonly fromY: number;
  readonly relief: number;
  /** Change of the ambient light from the middle to the edge of the photograph, as a share of it. */
  readonly gradientX: number;
  readonly gradientY: number;
}

/** A bench with one lamp from the upper left and a weaker one beside it; both are never quite where they were. */
export function drawLighting(settings: SampleSettings, random: Random): Lighting {
  const amount = settings.variation.lighting;
  const around = (middle: number, spread: number) => middle + amount * spread * between(random, -1, 1);
  const turned = settings.family === 'turned-disc';
  const main = around(turned ? -2.25 : -2.0, 0.09);
  const fill = main + around(1.75, 0.12);
  const distance = around(0.5, 0.09);
  return {
    lamps: [
      {
        x: distance * Math.cos(main),
        y: distance * Math.sin(main),
        strength: around(0.42, 0.045),
        narrow: around(turned ? 0.2 : 0.62, 0.025),
        broad: around(1.5, 0.15),
      },
      {
        x: around(0.75, 0.06) * Math.cos(fill),
        y: around(0.75, 0.06) * Math.sin(fill),
        strength: around(0.13, 0.03),
        narrow: around(turned ? 0.16 : 0.4, 0.02),
        broad: around(1.2, 0.1),
      },
    ],
    ambient: around(0.3, 0.02),
    fromX: Math.cos(main),
    fromY: Math.sin(main),
    relief: around(0.85, 0.07),
    gradientX: around(-0.05, 0.05),
    gradientY: around(-0.06, 0.05),
  };
}

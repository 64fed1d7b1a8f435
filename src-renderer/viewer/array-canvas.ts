import { paintArray } from './paint-array.ts';
import type { PaintOptions } from './paint-array.ts';

export interface NumberGrid {
  readonly width: number;
  readonly height: number;
  /** Row-major. */
  readonly data: Float32Array;
}

/** Numbers as a picture with as many pixels. */
export function arrayCanvas({ width, height, data }: NumberGrid, options: PaintOptions): HTMLCanvasElement {
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  const pixels = new ImageData(width, height);
  paintArray(data, pixels.data, options);
  canvas.getContext('2d')?.putImageData(pixels, 0, 0);
  return canvas;
}

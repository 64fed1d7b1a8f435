import { useLayoutEffect, useRef } from 'react';
import type { NumberGrid } from '../../../app/read-array.ts';
import { greyTable } from '../../../viewer/colour-table.ts';
import { paintArray } from '../../../viewer/paint-array.ts';
import classes from './PatchImage.module.css';

interface Props {
  readonly grid: NumberGrid;
  /** Values shown black and white. */
  readonly low: number;
  readonly high: number;
  readonly alt: string;
  /** Edge on the screen, in CSS pixels. */
  readonly side: number;
}

/** A few pixels, enlarged so that each can be seen. */
export function PatchImage({ grid, low, high, alt, side }: Props) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useLayoutEffect(() => {
    const context = canvas.current?.getContext('2d');
    if (context === null || context === undefined) return;
    const pixels = new ImageData(grid.width, grid.height);
    paintArray(grid.data, pixels.data, { table: greyTable(), low, high });
    context.putImageData(pixels, 0, 0);
  }, [grid, high, low]);
  return (
    <canvas
      ref={canvas}
      role="img"
      aria-label={alt}
      className={classes.patch}
      width={grid.width}
      height={grid.height}
      style={{ width: side, height: (side * grid.height) / grid.width }}
    />
  );
}

import { useEffect, useRef } from 'react';
import type { NumberGrid } from '../../app/read-array.ts';
import { greyTable } from '../../viewer/colour-table.ts';
import { paintArray } from '../../viewer/paint-array.ts';
import classes from './LaboratoryScreen.module.css';

/** Intensities in [0, 1] as an image in grey. */
export function GreyPicture({
  grid: { width, height, data },
  description,
}: {
  grid: NumberGrid;
  description: string;
}) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    const context = canvas.current?.getContext('2d');
    if (context === null || context === undefined) return;
    const pixels = new ImageData(width, height);
    paintArray(data, pixels.data, { table: greyTable(), low: 0, high: 1 });
    context.canvas.width = width;
    context.canvas.height = height;
    context.putImageData(pixels, 0, 0);
  }, [width, height, data]);
  return <canvas ref={canvas} role="img" aria-label={description} className={classes.picture} />;
}

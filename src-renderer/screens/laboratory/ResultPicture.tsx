import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { NumberGrid } from '../../app/read-array.ts';
import { greyTable } from '../../viewer/colour-table.ts';
import { Mosaic } from '../../viewer/Mosaic.tsx';
import { paintArray } from '../../viewer/paint-array.ts';
import classes from './LaboratoryScreen.module.css';
import type { ReadPicture } from './use-experiment.ts';

/** A picture of an experiment: an image in grey, or patches side by side. */
export function ResultPicture({ picture: { name, kind, grid } }: { picture: ReadPicture }) {
  const { t } = useTranslation('laboratory');
  const caption = t(`pictures.${name}`);
  if (kind === 'patches') return <Mosaic atoms={grid.data} count={grid.height} description={caption} />;
  return <GreyPicture grid={grid} caption={caption} />;
}

function GreyPicture({ grid: { width, height, data }, caption }: { grid: NumberGrid; caption: string }) {
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
  return (
    <figure className={classes.figure}>
      <canvas ref={canvas} role="img" aria-label={caption} className={classes.picture} />
      <figcaption className={classes.caption}>{caption}</figcaption>
    </figure>
  );
}

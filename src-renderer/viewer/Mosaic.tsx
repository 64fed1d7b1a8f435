import { useEffect, useRef, useState } from 'react';
import type { PointerEvent } from 'react';
import { atomAt, drawMosaic, mosaicColumns } from './mosaic.ts';
import classes from './Mosaic.module.css';

export interface MosaicProps {
  /** [count x pixels of a patch], row-major */
  atoms: Float32Array;
  count: number;
  /** What a screen reader says of it. */
  description: string;
  /** About how many times as wide as high. @default 1 */
  aspect?: number;
  /** What is said of the atom under the pointer. */
  captionOf?: (atom: number) => string;
}

/** The atoms of a dictionary side by side, each with its whole range of grey. */
export function Mosaic({ atoms, count, description, aspect = 1, captionOf }: MosaicProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const side = Math.round(Math.sqrt(atoms.length / count));
  const columns = mosaicColumns(count, aspect);
  const [pointed, setPointed] = useState<number | null>(null);

  useEffect(() => {
    const context = canvas.current?.getContext('2d');
    if (context === null || context === undefined) return;
    const { width, height, pixels } = drawMosaic(atoms, count, side, columns);
    context.canvas.width = width;
    context.canvas.height = height;
    context.putImageData(new ImageData(pixels, width, height), 0, 0);
  }, [atoms, count, side, columns]);

  function point(event: PointerEvent<HTMLCanvasElement>): void {
    const { width, clientWidth } = event.currentTarget;
    const scale = width / clientWidth;
    const { offsetX, offsetY } = event.nativeEvent;
    setPointed(atomAt(offsetX * scale, offsetY * scale, { count, side, columns }));
  }

  return (
    <figure className={classes.figure}>
      <canvas
        ref={canvas}
        role="img"
        aria-label={description}
        className={classes.mosaic}
        {...(captionOf === undefined ? {} : { onPointerMove: point, onPointerLeave: () => setPointed(null) })}
      />
      <figcaption className={classes.caption}>
        {pointed === null || captionOf === undefined ? description : captionOf(pointed)}
      </figcaption>
    </figure>
  );
}

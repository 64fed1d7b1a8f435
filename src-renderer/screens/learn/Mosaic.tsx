import { useEffect, useRef, useState } from 'react';
import type { PointerEvent } from 'react';
import type { ContractArray } from '../../app/read-array.ts';
import { readArray } from '../../app/read-array.ts';
import { atomAt, drawMosaic, mosaicColumns } from './mosaic.ts';
import classes from './Mosaic.module.css';

export interface MosaicProps {
  /** [atoms x pixels of a patch] */
  atoms: ContractArray;
  /** What a screen reader says of it. */
  description: string;
  /** About how many times as wide as high. @default 1 */
  aspect?: number;
  /** What is said of the atom under the pointer. */
  captionOf?: (atom: number) => string;
}

/** The atoms of a dictionary side by side, each with its whole range of grey. */
export function Mosaic({ atoms, description, aspect = 1, captionOf }: MosaicProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const [count, pixels] = atoms.shape;
  const side = Math.round(Math.sqrt(pixels));
  const columns = mosaicColumns(count, aspect);
  const [pointed, setPointed] = useState<number | null>(null);

  useEffect(() => {
    let outdated = false;
    void readArray(atoms).then(({ data }) => {
      const context = canvas.current?.getContext('2d');
      if (outdated || context === null || context === undefined) return;
      const picture = drawMosaic(data, count, side, columns);
      context.canvas.width = picture.width;
      context.canvas.height = picture.height;
      context.putImageData(new ImageData(picture.pixels, picture.width, picture.height), 0, 0);
    });
    return () => {
      outdated = true;
    };
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

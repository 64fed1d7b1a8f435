import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { NumberGrid } from '../../app/read-array.ts';
import classes from './LaboratoryScreen.module.css';
import { drawPatchPairs } from './patch-pairs.ts';

/** In a line of pairs. */
const mostColumns = 36;

/** Patches, each above what its code rebuilds. */
export function PatchPairs({ originals, rebuilt }: { originals: NumberGrid; rebuilt: NumberGrid }) {
  const { t } = useTranslation('laboratory');
  const canvas = useRef<HTMLCanvasElement>(null);
  const { height: count, width: pixels } = originals;
  useEffect(() => {
    const context = canvas.current?.getContext('2d');
    if (context === null || context === undefined) return;
    const columns = Math.ceil(count / Math.ceil(count / mostColumns));
    const layout = { count, side: Math.round(Math.sqrt(pixels)), columns };
    const drawn = drawPatchPairs(originals.data, rebuilt.data, layout);
    context.canvas.width = drawn.width;
    context.canvas.height = drawn.height;
    context.putImageData(new ImageData(drawn.pixels, drawn.width, drawn.height), 0, 0);
  }, [originals, rebuilt, count, pixels]);
  return (
    <figure className={classes.pairs}>
      <canvas ref={canvas} role="img" aria-label={t('pairs')} className={classes.picture} />
      <figcaption className={classes.caption}>{t('pairs')}</figcaption>
    </figure>
  );
}

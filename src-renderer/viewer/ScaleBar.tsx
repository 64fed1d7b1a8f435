import { useContext, useSyncExternalStore } from 'react';
import { UnitsContext, useFormat } from '../i18n/format.ts';
import { scaleBar } from './scale-bar.ts';
import classes from './ScaleBar.module.css';
import type { ViewStore } from './view-store.ts';

/** Longest bar, in CSS pixels. */
const longest = 120;

/** How long something on the part is. */
export function ScaleBar({ view }: { view: ViewStore }) {
  const { viewport } = useSyncExternalStore(view.subscribe, view.get);
  const { millimetresPerPixel } = useContext(UnitsContext);
  const format = useFormat();
  const pixelSize = millimetresPerPixel ?? 1;
  const { length, width } = scaleBar(pixelSize, viewport.scale, longest);
  return (
    <div className={classes.bar} aria-hidden>
      <span className="tabular">{format.length(length / pixelSize)}</span>
      <span className={classes.line} style={{ width }} />
    </div>
  );
}

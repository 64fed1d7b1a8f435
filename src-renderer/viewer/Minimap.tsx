import { useRef, useSyncExternalStore } from 'react';
import type { PointerEvent, ReactNode } from 'react';
import classes from './Minimap.module.css';
import type { ViewStore } from './view-store.ts';
import { visibleArea } from './viewport.ts';

interface MinimapProps {
  readonly view: ViewStore;
  readonly label: string;
  /** The whole picture, small. */
  readonly children: ReactNode;
}

/** Longest side, in CSS pixels. */
const side = 148;

/** Where the seen part of a picture is; only while not all of it is seen. The keyboard has its arrows instead. */
export function Minimap({ view, label, children }: MinimapProps) {
  const { viewport, picture, stage } = useSyncExternalStore(view.subscribe, view.get);
  const map = useRef<HTMLDivElement>(null);
  const seen = visibleArea(viewport, picture, stage);
  const isWhole = seen.width >= picture.width - 1 && seen.height >= picture.height - 1;
  if (isWhole || stage.width === 0) return null;

  const scale = side / Math.max(picture.width, picture.height);
  const goTo = (event: PointerEvent) => {
    if (event.buttons !== 1 || map.current === null) return;
    const box = map.current.getBoundingClientRect();
    view.centreOn({ x: (event.clientX - box.left) / scale, y: (event.clientY - box.top) / scale });
  };
  return (
    <div
      ref={map}
      className={classes.map}
      style={{ width: picture.width * scale, height: picture.height * scale }}
      title={label}
      aria-hidden
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        goTo(event);
      }}
      onPointerMove={goTo}
    >
      {children}
      <div
        className={classes.seen}
        style={{
          left: seen.x * scale,
          top: seen.y * scale,
          width: Math.max(4, seen.width * scale),
          height: Math.max(4, seen.height * scale),
        }}
      />
    </div>
  );
}

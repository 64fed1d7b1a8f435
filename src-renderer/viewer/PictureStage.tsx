import { useCallback, useEffect, useRef, useState, useSyncExternalStore } from 'react';
import type { KeyboardEvent, ReactNode } from 'react';
import type Konva from 'konva';
import { Layer, Shape, Stage } from 'react-konva';
import type { Painter } from './painter.ts';
import classes from './PictureStage.module.css';
import { useGestures } from './use-gestures.ts';
import { useStageSize } from './use-stage-size.ts';
import { moveByKey } from './view-keys.ts';
import type { ViewStore } from './view-store.ts';
import type { Point } from './viewport.ts';

interface PictureStageProps {
  readonly view: ViewStore;
  /** What is seen, from the bottom up. */
  readonly pictures: readonly Painter[];
  /** Outlines and marks above it, drawn apart so that they cost nothing while they do not change. */
  readonly marks: readonly Painter[];
  readonly label: string;
  /** Id of the element that says which keys do what. */
  readonly describedBy: string;
  /** A place was clicked, or Enter pressed while the cross is on it; a point of the stage. */
  readonly onPick: (at: Point) => void;
  readonly onHover: (at: Point | null) => void;
  /** Whether the keyboard has the stage: then the cross in its middle is the cursor. */
  readonly onCross: (shown: boolean) => void;
  /** Controls that lie over the picture. */
  readonly children?: ReactNode;
}

/** A picture of any size that is zoomed, moved and pointed at, by mouse, touch and keyboard. */
export function PictureStage(props: PictureStageProps) {
  const { view, pictures, marks, label, describedBy, onPick, onHover, onCross, children } = props;
  const surface = useRef<HTMLDivElement>(null);
  const [layers] = useState(() => new Set<Konva.Layer>());
  const { stage } = useSyncExternalStore(view.subscribe, view.get);
  useStageSize(surface, view);
  useGestures(surface, view, { onPick, onHover });

  useEffect(() => view.subscribe(() => layers.forEach((layer) => layer.batchDraw())), [layers, view]);
  const register = useCallback(
    (layer: Konva.Layer | null) => {
      if (layer === null) return undefined;
      layers.add(layer);
      return () => {
        layers.delete(layer);
      };
    },
    [layers],
  );

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.target !== surface.current) return;
    const middle = { x: stage.width / 2, y: stage.height / 2 };
    if (event.key === 'Enter') onPick(middle);
    else if (!moveByKey(view, event)) return;
    onCross(true);
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <div className={classes.frame}>
      <div
        ref={surface}
        className={classes.surface}
        role="application"
        aria-label={label}
        aria-describedby={describedBy}
        tabIndex={0}
        onKeyDown={onKeyDown}
        onPointerDown={() => onCross(false)}
        onFocus={(event) => onCross(event.currentTarget.matches(':focus-visible'))}
        onBlur={() => onCross(false)}
      >
        <Stage width={stage.width} height={stage.height} listening={false}>
          <Layer ref={register} listening={false}>
            <Painted painters={pictures} view={view} />
          </Layer>
          <Layer ref={register} listening={false}>
            <Painted painters={marks} view={view} />
          </Layer>
        </Stage>
      </div>
      {children}
    </div>
  );
}

function Painted({ painters, view }: { painters: readonly Painter[]; view: ViewStore }) {
  return (
    <Shape
      listening={false}
      perfectDrawEnabled={false}
      sceneFunc={({ _context: context }) => {
        for (const paint of painters) paint(context, view.get());
      }}
    />
  );
}

import type Konva from 'konva';
import { useCallback, useEffect, useRef, useState, useSyncExternalStore } from 'react';
import type { KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Layer, Shape as Painted, Stage } from 'react-konva';
import type { Shape } from '../../../../src-shared/domain/recipe.ts';
import type { Painter } from '../../../viewer/painter.ts';
import type { ViewStore } from '../../../viewer/view-store.ts';
import { toPicture } from '../../../viewer/viewport.ts';
import { closesPolygon, dragged, finished, pressed } from './drawing.ts';
import type { Drawing, Tool } from './drawing.ts';
import { DrawingOutline } from './DrawingOutline.tsx';
import { paintVeil } from './paint-veil.ts';
import { RegionOutlines } from './RegionOutlines.tsx';
import styles from './RegionStage.module.css';
import type { RegionPlace, Regions, RegionUse } from './region-edits.ts';
import type { Point } from './shape-geometry.ts';
import { useStageKeys } from './use-stage-keys.ts';

interface RegionStageProps {
  view: ViewStore;
  picture: Painter;
  regions: Regions;
  selected: RegionPlace | null;
  tool: Tool;
  use: RegionUse;
  brushWidth: number;
  readOnly: boolean;
  onSelect: (place: RegionPlace | null) => void;
  onDrawn: (shape: Shape) => void;
  onReshape: (place: RegionPlace, shape: Shape) => void;
  onKeyDown: (event: KeyboardEvent) => void;
}

/** A press that moves less than this is a click; CSS pixels. */
const slack = 3;
/** A press this close to a corner means that corner; CSS pixels. */
const closing = 8;
const wheelRate = 0.0022;

/** The reference part with its regions, to be drawn on. */
export function RegionStage(props: RegionStageProps) {
  const { view, picture, regions, selected, tool, use, brushWidth, readOnly } = props;
  const { onSelect, onDrawn, onReshape, onKeyDown } = props;
  const { t } = useTranslation('images');
  const surface = useRef<HTMLDivElement>(null);
  const { viewport, stage } = useSyncExternalStore(view.subscribe, view.get);
  const [drawing, setDrawing] = useState<Drawing | null>(null);
  const panning = useRef<{ x: number; y: number } | null>(null);
  useStageSurface(surface, view);
  // Another tool gives up what the one before had begun.
  const [drawnWith, setDrawnWith] = useState(tool);
  if (drawnWith !== tool) {
    setDrawnWith(tool);
    setDrawing(null);
  }

  const finish = useCallback(
    (made: Drawing) => {
      setDrawing(null);
      const shape = finished(made, slack / view.get().viewport.scale);
      if (shape !== null) onDrawn(shape);
    },
    [onDrawn, view],
  );
  useStageKeys(drawing, { finish, giveUp: () => setDrawing(null) });

  const placeOf = (event: Konva.KonvaEventObject<PointerEvent>): Point | null => {
    const at = event.target.getStage()?.getPointerPosition();
    if (at === null || at === undefined) return null;
    const { x, y } = toPicture(view.get().viewport, at);
    return [x, y];
  };
  const onPointerDown = (event: Konva.KonvaEventObject<PointerEvent>) => {
    const { button, clientX, clientY } = event.evt;
    const onEmpty = event.target === event.target.getStage();
    if (button === 1 || (button === 0 && tool === 'select' && onEmpty)) {
      panning.current = { x: clientX, y: clientY };
      if (button === 0) onSelect(null);
      return;
    }
    const at = placeOf(event);
    if (button !== 0 || at === null || readOnly) return;
    if (drawing !== null && closesPolygon(drawing, at, closing / viewport.scale)) finish(drawing);
    else setDrawing(pressed(drawing, tool, at, brushWidth));
  };
  const onPointerMove = (event: Konva.KonvaEventObject<PointerEvent>) => {
    const { clientX, clientY } = event.evt;
    if (panning.current !== null) {
      view.panBy({ x: clientX - panning.current.x, y: clientY - panning.current.y });
      panning.current = { x: clientX, y: clientY };
      return;
    }
    const at = placeOf(event);
    if (drawing !== null && at !== null) setDrawing(dragged(drawing, at));
  };
  const onPointerUp = () => {
    panning.current = null;
    if (drawing !== null && drawing.kind !== 'polygon') finish(drawing);
  };
  const onWheel = ({ evt, target }: Konva.KonvaEventObject<WheelEvent>) => {
    evt.preventDefault();
    const at = target.getStage()?.getPointerPosition();
    if (at !== null && at !== undefined) view.zoomBy(Math.exp(-evt.deltaY * wheelRate), at);
  };

  return (
    <div
      ref={surface}
      className={styles.surface}
      data-tool={tool}
      role="application"
      aria-label={t('regions.stage')}
      aria-describedby="regions-stage-help"
      tabIndex={0}
      onKeyDown={onKeyDown}
    >
      <Stage
        width={stage.width}
        height={stage.height}
        onPointerDown={onPointerDown}
        onPointerMove={onPointerMove}
        onPointerUp={onPointerUp}
        onWheel={onWheel}
      >
        <Layer listening={false}>
          <PaintedLayer painter={picture} view={view} />
        </Layer>
        <Layer listening={false}>
          <PaintedLayer painter={paintVeil(regions)} view={view} />
        </Layer>
        <Layer>
          <RegionOutlines
            viewport={viewport}
            regions={regions}
            selected={selected}
            editable={tool === 'select' && !readOnly}
            onSelect={onSelect}
            onReshape={onReshape}
          />
          {drawing !== null && <DrawingOutline drawing={drawing} use={use} viewport={viewport} />}
        </Layer>
      </Stage>
    </div>
  );
}

function PaintedLayer({ painter, view }: { painter: Painter; view: ViewStore }) {
  return <Painted listening={false} sceneFunc={({ _context: context }) => painter(context, view.get())} />;
}

/** Keeps the view as large as its place in the window, and draws it again when a tile has arrived. */
function useStageSurface(surface: { readonly current: HTMLElement | null }, view: ViewStore): void {
  useEffect(() => {
    const element = surface.current;
    if (element === null) return undefined;
    const measure = () => view.resize({ width: element.clientWidth, height: element.clientHeight });
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [surface, view]);
}

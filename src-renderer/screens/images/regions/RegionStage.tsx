import type Konva from 'konva';
import { useEffect, useRef, useSyncExternalStore } from 'react';
import type { KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Layer, Shape as Painted, Stage } from 'react-konva';
import type { Shape } from '../../../../src-shared/domain/recipe.ts';
import type { Painter } from '../../../viewer/painter.ts';
import { useStageSize } from '../../../viewer/use-stage-size.ts';
import type { ViewStore } from '../../../viewer/view-store.ts';
import { toPicture } from '../../../viewer/viewport.ts';
import { zoomByWheel } from '../../../viewer/zoom-by-wheel.ts';
import { closesPolygon, dragged, finished, pressed } from './drawing.ts';
import type { Tool } from './drawing.ts';
import { DrawingOutline } from './DrawingOutline.tsx';
import { paintVeil } from './paint-veil.ts';
import { RegionOutlines } from './RegionOutlines.tsx';
import styles from './RegionStage.module.css';
import type { RegionPlace, Regions, RegionUse } from './region-edits.ts';
import type { Point } from './shape-geometry.ts';
import { useDrawing } from './use-drawing.ts';
import { useStageKeys } from './use-stage-keys.ts';

interface RegionStageProps {
  view: ViewStore;
  picture: Painter;
  regions: Regions;
  selected: RegionPlace | null;
  /** The corner of the selected polygon that the arrow keys move. */
  corner: number | null;
  tool: Tool;
  use: RegionUse;
  brushWidth: number;
  readOnly: boolean;
  onSelect: (place: RegionPlace | null) => void;
  onDrawn: (shape: Shape) => void;
  onCorner: (corner: number) => void;
  onReshape: (place: RegionPlace, change: (shape: Shape) => Shape) => void;
  onKeyDown: (event: KeyboardEvent) => void;
}

/** A press that moves less than this is a click; CSS pixels. */
const slack = 3;
/** A press this close to a corner means that corner; CSS pixels. */
const closing = 8;

/** The reference part with its regions, to be drawn on. */
export function RegionStage(props: RegionStageProps) {
  const { view, picture, regions, selected, corner, tool, use, brushWidth, readOnly } = props;
  const { onSelect, onDrawn, onCorner, onReshape, onKeyDown } = props;
  const { t } = useTranslation('images');
  const surface = useRef<HTMLDivElement>(null);
  const { viewport, stage } = useSyncExternalStore(view.subscribe, view.get);
  const { drawing, draw, take } = useDrawing();
  const panning = useRef<{ x: number; y: number } | null>(null);
  useStageSize(surface, view);
  // Another tool gives up what the one before had begun.
  useEffect(() => () => void take(), [take, tool]);

  const finish = () => {
    const made = take();
    const shape = made === null ? null : finished(made, slack / view.get().viewport.scale);
    if (shape !== null) onDrawn(shape);
  };
  useStageKeys(drawing !== null, { finish, giveUp: () => void take() });

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
    if (closesPolygon(drawing, at, closing / viewport.scale)) finish();
    else draw((newest) => pressed(newest, tool, at, brushWidth));
  };
  const onPointerMove = (event: Konva.KonvaEventObject<PointerEvent>) => {
    const { clientX, clientY } = event.evt;
    if (panning.current !== null) {
      view.panBy({ x: clientX - panning.current.x, y: clientY - panning.current.y });
      panning.current = { x: clientX, y: clientY };
      return;
    }
    const at = placeOf(event);
    if (at !== null) draw((newest) => (newest === null ? null : dragged(newest, at)));
  };
  const onPointerUp = () => {
    panning.current = null;
    if (tool !== 'polygon') finish();
  };
  const onWheel = ({ evt, target }: Konva.KonvaEventObject<WheelEvent>) => {
    const at = target.getStage()?.getPointerPosition();
    if (at !== null && at !== undefined) zoomByWheel(view, evt, at);
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
            corner={corner}
            editable={tool === 'select' && !readOnly}
            onSelect={onSelect}
            onCorner={onCorner}
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

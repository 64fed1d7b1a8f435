import type Konva from 'konva';
import type { RefObject } from 'react';
import { Line, Rect } from 'react-konva';
import type { Shape } from '../../../../src-shared/domain/recipe.ts';
import { regionColours, regionEdge } from './region-colours.ts';
import type { Region } from './region-edits.ts';
import { boxOf, fittedTo, rounded } from './shape-geometry.ts';

interface RegionOutlineProps {
  region: Region;
  /** For the handles, when this is the selected one. */
  nodeRef: RefObject<Konva.Shape | null> | null;
  selected: boolean;
  editable: boolean;
  onSelect: () => void;
  onReshape: (shape: Shape) => void;
}

/** A region on the part, to be clicked, dragged and, by its handles, resized. */
export function RegionOutline({
  region,
  nodeRef,
  selected,
  editable,
  onSelect,
  onReshape,
}: RegionOutlineProps) {
  const { shape, use } = region;
  const colour = regionColours[use];
  const settle = (node: Konva.Node) => {
    const from = boxOf(shape);
    // Lines keep their points and are moved as a whole; rectangles are placed by their corner.
    const x = shape.kind === 'rectangle' ? node.x() : node.x() + from.x * node.scaleX();
    const y = shape.kind === 'rectangle' ? node.y() : node.y() + from.y * node.scaleY();
    const to = { x, y, width: from.width * node.scaleX(), height: from.height * node.scaleY() };
    const isLine = shape.kind !== 'rectangle';
    node.setAttrs({ scaleX: 1, scaleY: 1, ...(isLine && { x: 0, y: 0 }) });
    onReshape(rounded(fittedTo(shape, to)));
  };
  const common = {
    draggable: editable,
    listening: editable,
    onPointerDown: onSelect,
    onDragEnd: (event: Konva.KonvaEventObject<DragEvent>) => settle(event.target),
    onTransformEnd: (event: Konva.KonvaEventObject<Event>) => settle(event.target),
    stroke: colour,
    strokeWidth: selected ? 3 : 2,
    strokeScaleEnabled: false,
    shadowColor: regionEdge,
    shadowBlur: 3,
    shadowOpacity: 1,
    ...(use === 'ignore' && { dash: [8, 5] }),
  };
  const setNode = (node: Konva.Shape | null) => {
    if (nodeRef !== null) nodeRef.current = node;
  };
  if (shape.kind === 'rectangle') {
    const { x, y, width, height } = shape;
    return <Rect ref={setNode} {...common} x={x} y={y} width={width} height={height} fill="transparent" />;
  }
  if (shape.kind === 'polygon')
    return <Line ref={setNode} {...common} points={shape.points.flat()} closed fill="transparent" />;
  return (
    <Line
      ref={setNode}
      {...common}
      points={shape.points.flat()}
      strokeScaleEnabled
      strokeWidth={shape.width}
      opacity={selected ? 0.55 : 0.35}
      shadowEnabled={false}
      dash={[]}
      lineCap="round"
      lineJoin="round"
    />
  );
}

import type Konva from 'konva';
import { Circle } from 'react-konva';
import { regionColours, regionEdge } from './region-colours.ts';
import type { RegionUse } from './region-edits.ts';
import type { Point } from './shape-geometry.ts';

interface PolygonCornersProps {
  corners: readonly Point[];
  use: RegionUse;
  /** The one that the arrow keys move. */
  chosen: number | null;
  /** CSS pixels per pixel of the part. */
  scale: number;
  onChoose: (corner: number) => void;
  /** While it is dragged. */
  onDrag: (corner: number, to: Point) => void;
  onDropped: (corner: number, to: Point) => void;
}

/** CSS pixels. */
const radius = 5;

/** A handle on every corner of the selected polygon. */
export function PolygonCorners(props: PolygonCornersProps) {
  const { corners, use, chosen, scale, onChoose, onDrag, onDropped } = props;
  const placeOf = (event: Konva.KonvaEventObject<DragEvent>): Point => [event.target.x(), event.target.y()];
  return corners.map(([x, y], corner) => (
    <Circle
      key={corner}
      x={x}
      y={y}
      radius={(corner === chosen ? radius + 2 : radius) / scale}
      hitStrokeWidth={12}
      fill={corner === chosen ? regionColours[use] : '#ffffff'}
      stroke={corner === chosen ? '#ffffff' : regionColours[use]}
      strokeWidth={2}
      strokeScaleEnabled={false}
      shadowColor={regionEdge}
      shadowBlur={3}
      draggable
      onPointerDown={() => onChoose(corner)}
      onDragMove={(event) => onDrag(corner, placeOf(event))}
      onDragEnd={(event) => onDropped(corner, placeOf(event))}
    />
  ));
}

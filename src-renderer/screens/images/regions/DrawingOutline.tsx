import { Group, Line, Rect } from 'react-konva';
import type { Viewport } from '../../../viewer/viewport.ts';
import type { Drawing } from './drawing.ts';
import { regionColours } from './region-colours.ts';
import type { RegionUse } from './region-edits.ts';
import { boxBetween } from './shape-geometry.ts';

interface DrawingOutlineProps {
  drawing: Drawing;
  use: RegionUse;
  viewport: Viewport;
}

/** What is being drawn, until it is a region. */
export function DrawingOutline({ drawing, use, viewport }: DrawingOutlineProps) {
  const stroke = regionColours[use];
  const line = { stroke, strokeWidth: 2, strokeScaleEnabled: false, listening: false };
  return (
    <Group x={viewport.x} y={viewport.y} scaleX={viewport.scale} scaleY={viewport.scale} listening={false}>
      {drawing.kind === 'rectangle' && (
        <Rect {...boxBetween(drawing.from, drawing.to)} {...line} dash={[6, 4]} />
      )}
      {drawing.kind === 'polygon' && (
        <Line
          points={[...drawing.corners, drawing.pointer].flat()}
          {...line}
          dash={[6, 4]}
          closed={drawing.corners.length > 1}
        />
      )}
      {drawing.kind === 'stroke' && (
        <Line
          points={drawing.points.flat()}
          stroke={stroke}
          opacity={0.5}
          strokeWidth={drawing.width}
          lineCap="round"
          lineJoin="round"
          listening={false}
        />
      )}
    </Group>
  );
}

import type Konva from 'konva';
import { useEffect, useRef, useState } from 'react';
import { Group, Transformer } from 'react-konva';
import type { Shape } from '../../../../src-shared/domain/recipe.ts';
import type { Viewport } from '../../../viewer/viewport.ts';
import { PolygonCorners } from './PolygonCorners.tsx';
import { regionColours } from './region-colours.ts';
import { allRegions, isSamePlace, regionAt } from './region-edits.ts';
import type { RegionPlace, Regions } from './region-edits.ts';
import { RegionOutline } from './RegionOutline.tsx';
import { cornerMoved, rounded } from './shape-geometry.ts';
import type { Point } from './shape-geometry.ts';

interface RegionOutlinesProps {
  viewport: Viewport;
  regions: Regions;
  selected: RegionPlace | null;
  corner: number | null;
  /** Whether regions can be selected, moved and resized with the pointer. */
  editable: boolean;
  onSelect: (place: RegionPlace) => void;
  onCorner: (corner: number) => void;
  onReshape: (place: RegionPlace, change: (shape: Shape) => Shape) => void;
}

/** All regions as outlines; the selected one with handles. */
export function RegionOutlines(props: RegionOutlinesProps) {
  const { viewport, regions, selected, corner, editable, onSelect, onCorner, onReshape } = props;
  const handles = useRef<Konva.Transformer>(null);
  const chosen = useRef<Konva.Shape>(null);
  const [dragged, setDragged] = useState<{ corner: number; to: Point } | null>(null);
  const region = regionAt(regions, selected);
  const polygon = editable && region?.shape.kind === 'polygon' ? region.shape : null;
  /** As it is seen: a corner that is being dragged takes its sides along. */
  const seen = (shape: Shape) =>
    dragged === null ? shape : cornerMoved(shape, dragged.corner, () => dragged.to);

  useEffect(() => {
    handles.current?.nodes(chosen.current !== null && editable ? [chosen.current] : []);
  });
  return (
    <>
      <Group x={viewport.x} y={viewport.y} scaleX={viewport.scale} scaleY={viewport.scale}>
        {allRegions(regions).map((region) => (
          <RegionOutline
            key={`${region.use}-${region.index}`}
            nodeRef={isSamePlace(region, selected) ? chosen : null}
            region={isSamePlace(region, selected) ? { ...region, shape: seen(region.shape) } : region}
            selected={isSamePlace(region, selected)}
            editable={editable}
            onSelect={() => onSelect(region)}
            onReshape={(shape) => onReshape(region, () => shape)}
          />
        ))}
      </Group>
      {region !== null && editable && (
        <Transformer
          ref={handles}
          rotateEnabled={false}
          keepRatio={false}
          flipEnabled={false}
          ignoreStroke
          anchorSize={9}
          anchorCornerRadius={2}
          anchorStroke={regionColours[region.use]}
          borderStroke={regionColours[region.use]}
          borderDash={[4, 3]}
        />
      )}
      {region !== null && polygon !== null && (
        <Group x={viewport.x} y={viewport.y} scaleX={viewport.scale} scaleY={viewport.scale}>
          <PolygonCorners
            corners={polygon.points}
            use={region.use}
            chosen={corner}
            scale={viewport.scale}
            onChoose={onCorner}
            onDrag={(moved, to) => setDragged({ corner: moved, to })}
            onDropped={(moved, to) => {
              setDragged(null);
              onReshape(region, (shape) => rounded(cornerMoved(shape, moved, () => to)));
            }}
          />
        </Group>
      )}
    </>
  );
}

import type Konva from 'konva';
import { useEffect, useRef } from 'react';
import { Group, Transformer } from 'react-konva';
import type { Shape } from '../../../../src-shared/domain/recipe.ts';
import type { Viewport } from '../../../viewer/viewport.ts';
import { regionColours } from './region-colours.ts';
import { allRegions, isSamePlace } from './region-edits.ts';
import type { RegionPlace, Regions } from './region-edits.ts';
import { RegionOutline } from './RegionOutline.tsx';

interface RegionOutlinesProps {
  viewport: Viewport;
  regions: Regions;
  selected: RegionPlace | null;
  /** Whether regions can be selected, moved and resized with the pointer. */
  editable: boolean;
  onSelect: (place: RegionPlace) => void;
  onReshape: (place: RegionPlace, shape: Shape) => void;
}

/** All regions as outlines; the selected one with handles. */
export function RegionOutlines(props: RegionOutlinesProps) {
  const { viewport, regions, selected, editable, onSelect, onReshape } = props;
  const handles = useRef<Konva.Transformer>(null);
  const chosen = useRef<Konva.Shape>(null);
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
            region={region}
            selected={isSamePlace(region, selected)}
            editable={editable}
            onSelect={() => onSelect(region)}
            onReshape={(shape) => onReshape(region, shape)}
          />
        ))}
      </Group>
      {selected !== null && editable && (
        <Transformer
          ref={handles}
          rotateEnabled={false}
          keepRatio={false}
          flipEnabled={false}
          ignoreStroke
          anchorSize={9}
          anchorCornerRadius={2}
          anchorStroke={regionColours[selected.use]}
          borderStroke={regionColours[selected.use]}
          borderDash={[4, 3]}
        />
      )}
    </>
  );
}

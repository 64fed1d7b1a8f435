import { Button, Group, ScrollArea, Stack, Text, Title } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import type { KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { Shape } from '../../../../src-shared/domain/recipe.ts';
import { notifyError } from '../../../app/errors.ts';
import { useTilePainter } from '../../../viewer/use-tile-painter.ts';
import { ViewStore } from '../../../viewer/view-store.ts';
import { visibleArea } from '../../../viewer/viewport.ts';
import type { Extent } from '../../../viewer/viewport.ts';
import type { Tool } from './drawing.ts';
import { nudge, nudged } from './nudge.ts';
import {
  addRegion,
  allRegions,
  isSamePlace,
  regionAt,
  removeRegion,
  reshapeRegion,
  reuseRegion,
} from './region-edits.ts';
import type { RegionEdit, RegionPlace, Regions, RegionUse } from './region-edits.ts';
import styles from './RegionEditor.module.css';
import { RegionFields } from './RegionFields.tsx';
import { RegionList } from './RegionList.tsx';
import { RegionStage } from './RegionStage.tsx';
import { RegionTools } from './RegionTools.tsx';
import { rounded } from './shape-geometry.ts';
import type { RegionChange } from './use-draft-regions.ts';
import type { ReferencePart } from './use-reference-part.ts';
import { UseChoice } from './UseChoice.tsx';

interface RegionEditorProps {
  part: ReferencePart;
  size: Extent;
  regions: Regions;
  readOnly: boolean;
  onChange: (edit: (regions: Regions) => Regions, what: RegionChange) => void;
}

/** A tool bar, the part to draw on, and the regions as a list with numbers. */
export function RegionEditor({ part, size, regions, readOnly, onChange }: RegionEditorProps) {
  const { t } = useTranslation('images');
  const [view] = useState(() => new ViewStore(size, { animate: false }));
  useEffect(() => () => view.dispose(), [view]);
  const picture = useTilePainter(part.picture, view, notifyError);
  const [tool, setTool] = useState<Tool>('rectangle');
  const [use, setUse] = useState<RegionUse>('inspect');
  const widestBrush = Math.max(8, Math.round(Math.min(size.width, size.height) / 4));
  const [brushWidth, setBrushWidth] = useState(Math.max(4, Math.round(widestBrush / 8)));
  const [selected, setSelected] = useState<RegionPlace | null>(null);
  const [corner, setCorner] = useState<number | null>(null);
  const region = regionAt(regions, selected);
  const select = (place: RegionPlace | null) => {
    setSelected(place);
    if (!isSamePlace(place, selected)) setCorner(null);
  };

  /** The edit is made to the newest regions: those on the screen may be older than the last key. */
  const apply = (edit: (regions: Regions) => RegionEdit, what: RegionChange) => {
    onChange((newest) => {
      const { regions: next, selected: place } = edit(newest);
      select(place);
      return next;
    }, what);
  };
  const add = (shape: Shape) => apply((newest) => addRegion(newest, use, shape), 'add');
  const reshape = (place: RegionPlace, change: (shape: Shape) => Shape) =>
    apply((newest) => reshapeRegion(newest, place, change), 'change');
  const remove = (place: RegionPlace) => {
    setCorner(null);
    apply((newest) => removeRegion(newest, place), 'remove');
  };

  const addInMiddle = () => {
    const { picture: whole, stage, viewport } = view.get();
    const area = visibleArea(viewport, whole, stage);
    const [width, height] = [area.width / 3, area.height / 3];
    add(rounded({ kind: 'rectangle', x: area.x + width, y: area.y + height, width, height }));
    setTool('select');
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (readOnly || region === null || event.ctrlKey || event.metaKey || event.altKey) return;
    const by = nudge(event.key, event.shiftKey);
    if (by !== null) reshape(region, (shape) => nudged(shape, corner, by));
    else if (event.key === 'Escape' && corner !== null) setCorner(null);
    else if (event.key === 'Delete' || event.key === 'Backspace') remove(region);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <div className={styles.editor}>
      <div className={styles.main}>
        <RegionTools
          tool={readOnly ? 'select' : tool}
          onTool={setTool}
          brushWidth={brushWidth}
          widestBrush={widestBrush}
          onBrushWidth={setBrushWidth}
          view={view}
          part={part}
          readOnly={readOnly}
        />
        <RegionStage
          view={view}
          picture={picture}
          regions={regions}
          selected={selected}
          corner={corner}
          tool={readOnly ? 'select' : tool}
          use={use}
          brushWidth={brushWidth}
          readOnly={readOnly}
          onSelect={select}
          onDrawn={add}
          onCorner={setCorner}
          onReshape={reshape}
          onKeyDown={onKeyDown}
        />
        <Text id="regions-stage-help" size="xs" c="dimmed" className={styles.help}>
          {tool === 'polygon' ? t('regions.polygonHelp') : t('regions.stageHelp')}
        </Text>
      </div>
      <ScrollArea className={styles.aside} type="auto">
        <Stack p="md" gap="md">
          <div>
            <Text size="sm">{t('regions.intro')}</Text>
            <Text size="sm" c="dimmed" mt={4}>
              {t('regions.learnNext')}
            </Text>
          </div>
          {!readOnly && (
            <>
              <UseChoice label={t('regions.use.label')} value={use} onChange={setUse} />
              <Button size="xs" variant="default" leftSection={<IconPlus size={14} />} onClick={addInMiddle}>
                {t('regions.addCentre')}
              </Button>
            </>
          )}
          <Group justify="space-between">
            <Title order={2} size="h5">
              {t('regions.list')}
            </Title>
            {!readOnly && allRegions(regions).length > 1 && (
              <Button
                size="compact-xs"
                variant="subtle"
                onClick={() =>
                  apply(() => ({ regions: { inspect: [], ignore: [] }, selected: null }), 'removeAll')
                }
              >
                {t('regions.removeAll')}
              </Button>
            )}
          </Group>
          <RegionList
            regions={regions}
            selected={selected}
            readOnly={readOnly}
            onSelect={select}
            onRemove={remove}
            onKeyDown={onKeyDown}
          />
          {region !== null && (
            <RegionFields
              key={`${region.use}-${region.index}`}
              region={region}
              corner={corner}
              onCorner={setCorner}
              readOnly={readOnly}
              onUse={(next) => apply((newest) => reuseRegion(newest, region, next), 'change')}
              onReshape={(change) => reshape(region, change)}
              onKeyDown={onKeyDown}
            />
          )}
        </Stack>
      </ScrollArea>
    </div>
  );
}

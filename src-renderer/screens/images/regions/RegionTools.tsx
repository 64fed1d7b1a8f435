import { ActionIcon, Group, SegmentedControl, Slider, Text, Tooltip, VisuallyHidden } from '@mantine/core';
import {
  IconBrush,
  IconChevronLeft,
  IconChevronRight,
  IconPointer,
  IconPolygon,
  IconRectangle,
  IconZoomIn,
  IconZoomOut,
  IconZoomReset,
} from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../i18n/format.ts';
import type { ViewStore } from '../../../viewer/view-store.ts';
import { tools } from './drawing.ts';
import type { Tool } from './drawing.ts';
import styles from './RegionTools.module.css';
import type { ReferencePart } from './use-reference-part.ts';

interface RegionToolsProps {
  tool: Tool;
  onTool: (tool: Tool) => void;
  brushWidth: number;
  /** The widest brush that makes sense on this part. */
  widestBrush: number;
  onBrushWidth: (width: number) => void;
  view: ViewStore;
  part: ReferencePart;
  readOnly: boolean;
}

const icons: Record<Tool, typeof IconBrush> = {
  select: IconPointer,
  rectangle: IconRectangle,
  polygon: IconPolygon,
  brush: IconBrush,
};

export function RegionTools(props: RegionToolsProps) {
  const { tool, onTool, brushWidth, widestBrush, onBrushWidth, view, part, readOnly } = props;
  const { t } = useTranslation('images');
  const format = useFormat();
  return (
    <Group className={styles.bar} gap="md" wrap="nowrap">
      {!readOnly && (
        <SegmentedControl
          size="xs"
          aria-label={t('regions.tools.label')}
          value={tool}
          onChange={onTool}
          data={tools.map((value) => {
            const Icon = icons[value];
            return {
              value,
              label: (
                <Tooltip label={t(`regions.tools.${value}`)}>
                  <span className={styles.tool}>
                    <Icon size={16} aria-hidden />
                    <VisuallyHidden>{t(`regions.tools.${value}`)}</VisuallyHidden>
                  </span>
                </Tooltip>
              ),
            };
          })}
        />
      )}
      {tool === 'brush' && (
        <Group gap="xs" wrap="nowrap">
          <Text size="xs">{t('regions.brushWidth')}</Text>
          <Slider
            w={120}
            size="xs"
            label={null}
            thumbLabel={t('regions.brushWidth')}
            min={1}
            max={widestBrush}
            value={brushWidth}
            onChange={onBrushWidth}
          />
          <Text size="xs" className="tabular">
            {format.number(brushWidth)} px
          </Text>
        </Group>
      )}
      <Group gap={4} wrap="nowrap" ml="auto">
        <Text size="xs" c="dimmed" truncate maw={220}>
          {part.image?.name}
        </Text>
        <Tool
          label={t('regions.previousPart')}
          disabled={part.place === 0}
          onClick={() => part.show(part.place - 1)}
        >
          <IconChevronLeft size={16} />
        </Tool>
        <Text size="xs" className="tabular">
          {t('regions.partOf', {
            place: format.number(part.place + 1),
            total: format.number(part.total ?? 0),
          })}
        </Text>
        <Tool
          label={t('regions.nextPart')}
          disabled={part.place + 1 >= (part.total ?? 0)}
          onClick={() => part.show(part.place + 1)}
        >
          <IconChevronRight size={16} />
        </Tool>
      </Group>
      <Group gap={4} wrap="nowrap">
        <Tool label={t('regions.zoomOut')} onClick={() => view.step(-1)}>
          <IconZoomOut size={16} />
        </Tool>
        <Tool label={t('regions.zoomIn')} onClick={() => view.step(1)}>
          <IconZoomIn size={16} />
        </Tool>
        <Tool label={t('regions.zoomFit')} onClick={() => view.fit()}>
          <IconZoomReset size={16} />
        </Tool>
      </Group>
    </Group>
  );
}

interface ToolProps {
  label: string;
  disabled?: boolean;
  onClick: () => void;
  children: ReactNode;
}

function Tool({ label, disabled = false, onClick, children }: ToolProps) {
  return (
    <Tooltip label={label}>
      <ActionIcon variant="default" aria-label={label} disabled={disabled} onClick={onClick}>
        {children}
      </ActionIcon>
    </Tooltip>
  );
}

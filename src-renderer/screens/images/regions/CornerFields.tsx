import { ActionIcon, Group, NumberInput, SimpleGrid, Stack, Text, Tooltip } from '@mantine/core';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import type { KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { cornerMoved } from './shape-geometry.ts';
import type { Point } from './shape-geometry.ts';
import type { Shape } from '../../../../src-shared/domain/recipe.ts';

interface CornerFieldsProps {
  corners: readonly Point[];
  /** Null for the region as a whole. */
  chosen: number | null;
  readOnly: boolean;
  onChoose: (corner: number | null) => void;
  onReshape: (change: (shape: Shape) => Shape) => void;
  /** Arrow keys move the chosen corner. */
  onKeyDown: (event: KeyboardEvent) => void;
}

/** Steps through the corners of a polygon; the chosen one in numbers. */
export function CornerFields(props: CornerFieldsProps) {
  const { corners, chosen, readOnly, onChoose, onReshape, onKeyDown } = props;
  const { t } = useTranslation('images');
  const count = corners.length;
  const step = (by: 1 | -1) => {
    const from = chosen ?? (by > 0 ? -1 : 0);
    onChoose((from + by + count) % count);
  };
  const corner = chosen === null ? undefined : corners[chosen];
  return (
    <Stack gap="xs" role="group" aria-label={t('regions.corner.label')}>
      <Group justify="space-between" wrap="nowrap">
        <Text size="sm" aria-live="polite">
          {chosen === null
            ? t('regions.corner.count', { count })
            : t('regions.corner.chosen', { number: chosen + 1, count })}
        </Text>
        <Group gap={4} wrap="nowrap" onKeyDown={onKeyDown}>
          <Tooltip label={t('regions.corner.previous')}>
            <ActionIcon
              variant="default"
              size="sm"
              aria-label={t('regions.corner.previous')}
              onClick={() => step(-1)}
            >
              <IconChevronLeft size={14} aria-hidden />
            </ActionIcon>
          </Tooltip>
          <Tooltip label={t('regions.corner.next')}>
            <ActionIcon
              variant="default"
              size="sm"
              aria-label={t('regions.corner.next')}
              onClick={() => step(1)}
            >
              <IconChevronRight size={14} aria-hidden />
            </ActionIcon>
          </Tooltip>
        </Group>
      </Group>
      {chosen !== null && corner !== undefined && (
        <SimpleGrid cols={2} spacing="sm">
          {(['x', 'y'] as const).map((field, axis) => {
            const value = Math.round(corner[axis] ?? 0);
            return (
              <NumberInput
                key={field}
                size="xs"
                label={t(`regions.corner.${field}`)}
                suffix=" px"
                allowDecimal={false}
                readOnly={readOnly}
                value={value}
                onChange={(entered) => {
                  if (typeof entered !== 'number' || entered === value) return;
                  onReshape((newest) =>
                    cornerMoved(newest, chosen, ([x, y]) => (axis === 0 ? [entered, y] : [x, entered])),
                  );
                }}
              />
            );
          })}
        </SimpleGrid>
      )}
    </Stack>
  );
}

import { ActionIcon, Text, Tooltip, UnstyledButton } from '@mantine/core';
import { IconBrush, IconPolygon, IconRectangle, IconTrash } from '@tabler/icons-react';
import type { KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { Shape } from '../../../../src-shared/domain/recipe.ts';
import { regionColours } from './region-colours.ts';
import { allRegions, isSamePlace } from './region-edits.ts';
import type { RegionPlace, Regions } from './region-edits.ts';
import styles from './RegionList.module.css';

interface RegionListProps {
  regions: Regions;
  selected: RegionPlace | null;
  readOnly: boolean;
  onSelect: (place: RegionPlace) => void;
  onRemove: (place: RegionPlace) => void;
  /** Arrow keys move the region that has the focus. */
  onKeyDown: (event: KeyboardEvent) => void;
}

const icons: Record<Shape['kind'], typeof IconBrush> = {
  rectangle: IconRectangle,
  polygon: IconPolygon,
  stroke: IconBrush,
};

/** Every region by name, to be selected without a pointer. */
export function RegionList({ regions, selected, readOnly, onSelect, onRemove, onKeyDown }: RegionListProps) {
  const { t } = useTranslation('images');
  const all = allRegions(regions);
  if (all.length === 0)
    return (
      <Text size="sm" c="dimmed">
        {t('regions.none')}
      </Text>
    );
  return (
    <ul className={styles.list} aria-label={t('regions.list')}>
      {all.map((region, i) => {
        const Icon = icons[region.shape.kind];
        const name = t(`regions.names.${region.shape.kind}`, { number: i + 1 });
        const current = isSamePlace(region, selected);
        return (
          <li key={`${region.use}-${region.index}`} className={styles.item} data-current={current}>
            <UnstyledButton
              className={styles.name}
              aria-pressed={current}
              onClick={() => onSelect(region)}
              onFocus={() => onSelect(region)}
              onKeyDown={onKeyDown}
            >
              <Icon size={16} color={regionColours[region.use]} aria-hidden className={styles.icon} />
              <span>{name}</span>
              <span className={styles.use}>{t(`regions.use.${region.use}`)}</span>
            </UnstyledButton>
            {!readOnly && (
              <Tooltip label={t('regions.remove')}>
                <ActionIcon
                  variant="subtle"
                  color="gray"
                  size="sm"
                  aria-label={`${t('regions.remove')}: ${name}`}
                  onClick={() => onRemove(region)}
                >
                  <IconTrash size={14} />
                </ActionIcon>
              </Tooltip>
            )}
          </li>
        );
      })}
    </ul>
  );
}

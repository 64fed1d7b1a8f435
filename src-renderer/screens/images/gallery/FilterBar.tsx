import { ActionIcon, CloseButton, Group, NativeSelect, Slider, TextInput, Tooltip } from '@mantine/core';
import { IconPhoto, IconSearch, IconSortAscending, IconSortDescending } from '@tabler/icons-react';
import type { RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import type { Filter } from './filter.ts';
import { imageSorts } from './filter.ts';

interface FilterBarProps {
  filter: Filter;
  onChange: (filter: Filter) => void;
  side: number;
  onSide: (side: number) => void;
  searchRef: RefObject<HTMLInputElement | null>;
}

export const smallestSide = 80;
export const largestSide = 360;

/** Search, order and size of the pictures. */
export function FilterBar({ filter, onChange, side, onSide, searchRef }: FilterBarProps) {
  const { t } = useTranslation('images');
  const SortIcon = filter.descending ? IconSortDescending : IconSortAscending;
  const direction = t(filter.descending ? 'filter.descending' : 'filter.ascending');
  return (
    <Group gap="sm" wrap="nowrap">
      <TextInput
        ref={searchRef}
        flex={1}
        maw={360}
        miw={140}
        size="xs"
        aria-label={t('filter.search')}
        placeholder={t('filter.search')}
        leftSection={<IconSearch size={14} aria-hidden />}
        value={filter.text}
        onChange={(event) => onChange({ ...filter, text: event.currentTarget.value })}
        rightSection={
          filter.text !== '' && (
            <CloseButton
              size="xs"
              aria-label={t('filter.clearSearch')}
              onClick={() => onChange({ ...filter, text: '' })}
            />
          )
        }
      />
      <Group gap={4} wrap="nowrap">
        <NativeSelect
          size="xs"
          aria-label={t('filter.sort')}
          value={filter.sort}
          data={imageSorts.map((value) => ({ value, label: t(`sort.${value}`) }))}
          onChange={(event) => {
            const sort = imageSorts.find((known) => known === event.currentTarget.value);
            if (sort !== undefined) onChange({ ...filter, sort });
          }}
        />
        <Tooltip label={direction}>
          <ActionIcon
            variant="default"
            size={30}
            aria-label={direction}
            onClick={() => onChange({ ...filter, descending: !filter.descending })}
          >
            <SortIcon size={16} />
          </ActionIcon>
        </Tooltip>
      </Group>
      <Group gap={6} wrap="nowrap" ml="auto">
        <IconPhoto size={14} aria-hidden />
        <Slider
          w={110}
          size="xs"
          label={null}
          thumbLabel={t('filter.size')}
          min={smallestSide}
          max={largestSide}
          step={10}
          value={side}
          onChange={onSide}
        />
        <IconPhoto size={20} aria-hidden />
      </Group>
    </Group>
  );
}

import { Button, Group, Kbd } from '@mantine/core';
import { IconCopy, IconFileAlert } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../i18n/format.ts';
import type { Label } from '../label.ts';
import { useLabelName } from '../use-label-name.ts';
import type { Filter } from './filter.ts';
import { toggledLabel } from './filter.ts';
import { keyOfLabel } from './label-keys.ts';
import { LabelMark } from './LabelMark.tsx';

export interface LabelCounts {
  labels: readonly { label: Label; count: number }[];
  unreadable: number;
  duplicates: number;
}

interface LabelFilterProps {
  counts: LabelCounts;
  defectTypes: readonly string[];
  filter: Filter;
  onChange: (filter: Filter) => void;
}

/** How many images have which label; a press shows only those. The digits are the keys that set the label. */
export function LabelFilter({ counts, defectTypes, filter, onChange }: LabelFilterProps) {
  const { t } = useTranslation('images');
  const labelName = useLabelName();
  const countOf = (label: Label) => counts.labels.find((other) => other.label === label)?.count ?? 0;
  const toggleOnly = (only: 'unreadable' | 'duplicates') =>
    onChange({ ...filter, only: filter.only === only ? 'all' : only });
  return (
    <Group gap={6} role="group" aria-label={t('filter.label')}>
      {['good', ...defectTypes, null].map((label) => (
        <FilterButton
          key={label ?? ''}
          pressed={filter.labels.includes(label)}
          icon={<LabelMark label={label} />}
          name={labelName(label)}
          count={countOf(label)}
          hint={keyOfLabel(label, defectTypes)}
          onClick={() => onChange(toggledLabel(filter, label))}
        />
      ))}
      {(['unreadable', 'duplicates'] as const)
        .filter((only) => counts[only] > 0 || filter.only === only)
        .map((only) => (
          <FilterButton
            key={only}
            pressed={filter.only === only}
            icon={only === 'unreadable' ? <IconFileAlert size={14} /> : <IconCopy size={14} />}
            name={t(`filter.${only}`)}
            count={counts[only]}
            hint={null}
            onClick={() => toggleOnly(only)}
          />
        ))}
    </Group>
  );
}

interface FilterButtonProps {
  pressed: boolean;
  icon: ReactNode;
  name: string;
  count: number;
  /** The key that sets the label. */
  hint: string | null;
  onClick: () => void;
}

function FilterButton({ pressed, icon, name, count, hint, onClick }: FilterButtonProps) {
  const format = useFormat();
  return (
    <Button
      size="compact-sm"
      radius="xl"
      variant={pressed ? 'light' : 'default'}
      aria-pressed={pressed}
      leftSection={icon}
      rightSection={
        hint !== null && (
          <Kbd size="xs" aria-hidden>
            {hint}
          </Kbd>
        )
      }
      onClick={onClick}
    >
      {name}&ensp;<b>{format.number(count)}</b>
    </Button>
  );
}

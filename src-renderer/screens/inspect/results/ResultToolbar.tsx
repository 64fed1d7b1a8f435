import {
  ActionIcon,
  Chip,
  CloseButton,
  Group,
  SegmentedControl,
  Select,
  Text,
  TextInput,
  Tooltip,
} from '@mantine/core';
import {
  IconLayoutGrid,
  IconSearch,
  IconSortAscending,
  IconSortDescending,
  IconTable,
} from '@tabler/icons-react';
import type { Ref } from 'react';
import { useTranslation } from 'react-i18next';
import type { RunSummary } from '../../../../src-shared/contract/runs.ts';
import { useFormat } from '../../../i18n/format.ts';
import { countOf, filters, restrictionOf } from './filter.ts';
import type { Filter, RunView, Sort } from './filter.ts';
import classes from './ResultToolbar.module.css';
import { useResultCount } from './use-results.ts';

interface ResultToolbarProps {
  run: RunSummary;
  isLive: boolean;
  view: RunView;
  searchRef: Ref<HTMLInputElement>;
  onChange: (changed: Partial<RunView>) => void;
}

const sorts: readonly Sort[] = ['order', 'score', 'name', 'psnr', 'ssim', 'regions'];

/** Which results are shown, in which order, and how. */
export function ResultToolbar({ run, isLive, view, searchRef, onChange }: ResultToolbarProps) {
  const { t } = useTranslation('inspect');
  const SortIcon = view.descending ? IconSortDescending : IconSortAscending;
  return (
    <div className={classes.toolbar}>
      <Chip.Group
        value={view.filter}
        onChange={(chosen) => {
          const filter = filters.find((known) => known === chosen);
          if (filter !== undefined) onChange({ filter });
        }}
      >
        <Group gap="xs" role="radiogroup" aria-label={t('filter.label')}>
          {filters.map((filter) => (
            <FilterChip key={filter} filter={filter} run={run} isLive={isLive} />
          ))}
        </Group>
      </Chip.Group>
      <Group gap="xs" wrap="nowrap" ml="auto">
        <TextInput
          ref={searchRef}
          aria-label={t('search')}
          placeholder={t('search')}
          size="xs"
          w={170}
          value={view.text}
          leftSection={<IconSearch size={16} aria-hidden />}
          rightSection={
            view.text === '' ? null : (
              <CloseButton size="xs" aria-label={t('clearSearch')} onClick={() => onChange({ text: '' })} />
            )
          }
          onChange={(event) => onChange({ text: event.currentTarget.value })}
        />
        {view.layout === 'gallery' && (
          <Group gap={4} wrap="nowrap">
            <Select
              aria-label={t('sort.label')}
              size="xs"
              w={150}
              value={view.sort}
              data={sorts.map((sort) => ({ value: sort, label: t(`sort.${sort}`) }))}
              onChange={(chosen) => {
                const sort = sorts.find((known) => known === chosen);
                if (sort !== undefined) onChange({ sort });
              }}
            />
            <ActionIcon
              variant="default"
              size={30}
              aria-label={t(view.descending ? 'sort.descending' : 'sort.ascending')}
              onClick={() => onChange({ descending: !view.descending })}
            >
              <SortIcon size={16} aria-hidden />
            </ActionIcon>
          </Group>
        )}
        <SegmentedControl
          aria-label={t('layout.label')}
          size="xs"
          value={view.layout}
          data={[
            { value: 'table', label: <LayoutLabel icon={IconTable} text={t('layout.table')} /> },
            { value: 'gallery', label: <LayoutLabel icon={IconLayoutGrid} text={t('layout.gallery')} /> },
          ]}
          onChange={(layout) => onChange({ layout })}
        />
      </Group>
    </div>
  );
}

function LayoutLabel({ icon: Icon, text }: { icon: typeof IconTable; text: string }) {
  return (
    <span className={classes.layout}>
      <Icon size={16} aria-hidden />
      {text}
    </span>
  );
}

const hints = { disagreements: 'filter.disagreementsHint', unjudged: 'filter.unjudgedHint' } as const;

function FilterChip({ filter, run, isLive }: { filter: Filter; run: RunSummary; isLive: boolean }) {
  const { t } = useTranslation('inspect');
  const format = useFormat();
  const known = countOf(filter, run.counts);
  const counted = useResultCount({ runId: run.id, ...restrictionOf(filter) }, isLive, known === null);
  const count = known ?? counted.data;
  const chip = (
    <Chip value={filter} size="xs" variant="outline">
      {t(`filter.${filter}`)}{' '}
      {count !== undefined && (
        <Text span inherit c="dimmed" className="tabular" ml={2}>
          {format.number(count)}
        </Text>
      )}
    </Chip>
  );
  if (filter !== 'disagreements' && filter !== 'unjudged') return chip;
  return (
    <Tooltip label={t(hints[filter])} multiline maw={280} refProp="rootRef">
      {chip}
    </Tooltip>
  );
}

import { Group, Stack, Text } from '@mantine/core';
import { IconFileAlert } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { RunSummary } from '../../../../src-shared/contract/runs.ts';
import { decisionIcons } from '../../../components/DecisionBadge.tsx';
import { useFormat } from '../../../i18n/format.ts';
import { outcomeName } from './outcome-name.ts';
import { ShareBar } from './ShareBar.tsx';
import { partsPerSecond, sharesOf } from './shares.ts';
import classes from './SummaryStrip.module.css';

interface SummaryStripProps {
  run: RunSummary;
  /** Parts per second while it is going on. */
  liveRate: number | null;
}

/** What came out of an inspection, in one line. */
export function SummaryStrip({ run, liveRate }: SummaryStripProps) {
  const { t } = useTranslation('inspect');
  const { t: common } = useTranslation('common');
  const format = useFormat();
  const rate = liveRate ?? partsPerSecond(run.counts, run.seconds);
  return (
    <section className={classes.strip} aria-label={t('summary.label')}>
      <Group gap="xl" wrap="nowrap">
        <div>
          <Text fw={600} size="lg" className="tabular">
            {t('summary.parts', { count: run.counts.total })}
          </Text>
          <Text size="xs" c="dimmed" className="tabular">
            {rate === null ? format.date(run.startedAt) : `${format.number(rate, 1)} ${t('summary.rate')}`}
          </Text>
        </div>
        {sharesOf(run.counts).map(({ outcome, count, share }) => {
          const Icon = outcome === 'unreadable' ? IconFileAlert : decisionIcons[outcome];
          return (
            <div key={outcome} className={classes.outcome} data-outcome={outcome}>
              <Icon size={22} aria-hidden className={classes.icon} />
              <div>
                <Text fw={600} size="lg" className="tabular" lh={1.2}>
                  {format.number(count)}
                </Text>
                <Text size="xs" c="dimmed" className="tabular">
                  {outcomeName(t, common, outcome)} {format.percent(share, 1)}
                </Text>
              </div>
            </div>
          );
        })}
        <Stack gap={4} flex={1} miw={120}>
          <ShareBar counts={run.counts} />
          <Text size="xs" c="dimmed" className="tabular" truncate>
            {t('summary.limits', {
              review: format.fixed(run.limits.review, 2),
              reject: format.fixed(run.limits.reject, 2),
            })}
          </Text>
        </Stack>
      </Group>
    </section>
  );
}

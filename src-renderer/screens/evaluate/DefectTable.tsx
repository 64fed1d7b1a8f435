import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Text } from '@mantine/core';
import type { Evaluation, RunScores } from '../../../src-shared/contract/runs.ts';
import type { Limits } from '../../../src-shared/domain/decision.ts';
import { ChartCard } from '../../charts/ChartCard.tsx';
import { ChartTable } from '../../charts/ChartTable.tsx';
import { useFormat } from '../../i18n/format.ts';
import type { ShowParts } from './Figures.tsx';
import { tallyDefects, totalOf } from './tally.ts';

export interface DefectTableProps {
  scores: RunScores;
  limits: Limits;
  perDefect: Evaluation['perDefect'];
  showParts: ShowParts;
  className?: string | undefined;
}

/** What becomes of the parts of each defect type. */
export function DefectTable({ scores, limits, perDefect, showParts, className }: DefectTableProps) {
  const { t } = useTranslation('evaluate');
  const { number, percent, fixed } = useFormat();
  const tally = useMemo(() => tallyDefects(scores, limits), [scores, limits]);
  const separation = new Map(perDefect.map(({ defect, auroc }) => [defect, auroc]));
  const rows = [...tally].map(([defect, outcomes]) => {
    const total = totalOf(outcomes);
    const auroc = separation.get(defect) ?? null;
    return {
      key: defect,
      cells: [
        defect,
        number(total),
        number(outcomes.reject),
        number(outcomes.review),
        number(outcomes.pass),
        percent(outcomes.reject / total, 1),
        auroc === null ? '–' : fixed(auroc, 3),
      ],
      onPick: () => showParts(defect, { defect }),
    };
  });
  return (
    <ChartCard title={t('defects.title')} explanation={t('defects.explanation')} className={className}>
      {rows.length === 0 ? (
        <Text size="sm" c="dimmed">
          {t('defects.none')}
        </Text>
      ) : (
        <ChartTable
          caption={t('defects.title')}
          head={[
            t('defects.defect'),
            t('defects.parts'),
            t('defects.rejected'),
            t('defects.review'),
            t('defects.passed'),
            t('defects.found'),
            t('defects.separation'),
          ]}
          rows={rows}
        />
      )}
    </ChartCard>
  );
}

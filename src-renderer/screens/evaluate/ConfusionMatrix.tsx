import { Table, UnstyledButton, VisuallyHidden } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { decisionSchema } from '../../../src-shared/domain/decision.ts';
import type { Decision, Limits } from '../../../src-shared/domain/decision.ts';
import { ChartCard } from '../../charts/ChartCard.tsx';
import { DecisionBadge } from '../../components/DecisionBadge.tsx';
import { useFormat } from '../../i18n/format.ts';
import classes from './ConfusionMatrix.module.css';
import type { ShowParts } from './Figures.tsx';
import { scoresOf } from './part-selection.ts';
import { totalOf } from './tally.ts';
import type { Tally } from './tally.ts';
import { truths } from './truth.ts';
import type { Truth } from './truth.ts';

export interface ConfusionMatrixProps {
  tally: Tally;
  limits: Limits;
  showParts: ShowParts;
  className?: string | undefined;
}

/** What a decision means for a part of a kind: as it should be, or one of the two faults. */
function meaningOf(truth: Truth, decision: Decision): 'right' | 'falseReject' | 'escape' | null {
  if (truth === 'good') return decision === 'pass' ? 'right' : decision === 'reject' ? 'falseReject' : null;
  if (truth === 'defective') return decision === 'reject' ? 'right' : decision === 'pass' ? 'escape' : null;
  return null;
}

/** How parts of each kind are decided at two limits. */
export function ConfusionMatrix({ tally, limits, showParts, className }: ConfusionMatrixProps) {
  const { t } = useTranslation(['evaluate', 'common']);
  const { number, percent } = useFormat();
  const rows = truths.filter((truth) => totalOf(tally[truth]) > 0);

  return (
    <ChartCard title={t('matrix.title')} explanation={t('matrix.explanation')} className={className}>
      <Table className={classes.matrix} withRowBorders={false}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('matrix.corner')}</Table.Th>
            {decisionSchema.options.map((decision) => (
              <Table.Th key={decision} ta="center">
                <DecisionBadge decision={decision} size="sm" />
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map((truth) => (
            <Table.Tr key={truth}>
              <Table.Th scope="row">{t(`truth.${truth}`)}</Table.Th>
              {decisionSchema.options.map((decision) => {
                const count = tally[truth][decision];
                const meaning = meaningOf(truth, decision);
                const words = { truth: t(`truth.${truth}`), decision: t(`common:decision.${decision}`) };
                return (
                  <Table.Td key={decision} className={classes.place}>
                    <UnstyledButton
                      className={classes.cell}
                      data-meaning={meaning ?? undefined}
                      data-empty={count === 0 || undefined}
                      onClick={() =>
                        showParts(t('matrix.selection', words), { truth, scores: scoresOf(decision, limits) })
                      }
                    >
                      <VisuallyHidden>{t('matrix.selection', words)}</VisuallyHidden>
                      <span className={classes.count}>{number(count)}</span>
                      <span className={classes.note}>{percent(count / totalOf(tally[truth]), 1)}</span>
                      <span className={classes.note}>
                        {meaning === 'escape' && t('matrix.escape')}
                        {meaning === 'falseReject' && t('matrix.falseReject')}
                      </span>
                    </UnstyledButton>
                  </Table.Td>
                );
              })}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </ChartCard>
  );
}

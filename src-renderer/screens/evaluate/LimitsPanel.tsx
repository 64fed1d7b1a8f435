import { Button, Group, Stack, Text, VisuallyHidden } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ModelSummary } from '../../../src-shared/contract/models.ts';
import type { Decision } from '../../../src-shared/domain/decision.ts';
import { ChartCard } from '../../charts/ChartCard.tsx';
import type { DraftLimits } from './draft-limits.ts';
import type { ShowParts } from './Figures.tsx';
import classes from './LimitsPanel.module.css';
import { LimitField } from './LimitField.tsx';
import { LimitFigureButton } from './LimitFigureButton.tsx';
import { scoresOf } from './part-selection.ts';
import { StatedShare } from './StatedShare.tsx';
import { limitFigures } from './tally.ts';
import type { Tally } from './tally.ts';

export interface LimitsPanelProps {
  /** At the limits that are shown, and at those that the run is decided by. */
  tally: Tally;
  appliedTally: Tally;
  draft: DraftLimits;
  isReadOnly: boolean;
  isBusy: boolean;
  canUse: boolean;
  /** Whether coming inspections use the shown limits already. */
  isInUse: boolean;
  onApply: () => void;
  onUse: () => void;
  decisionSettings: ModelSummary['recipe']['decision'] | undefined;
  showParts: ShowParts;
  className?: string | undefined;
}

/** One good part in ten thousand million: beyond, limits say nothing. */
const highestLimit = 10;

interface CountedFigure {
  readonly figure: 'falseRejects' | 'escapes' | 'reviews';
  /** Of the parts that are counted. */
  readonly decision: Decision;
  /** Among which parts they are counted. */
  readonly of: 'good' | 'defective' | 'total';
  readonly truth?: 'good' | 'defective';
  /** Said when there are none of those. */
  readonly missing?: 'limits.noGood' | 'limits.noDefective';
}

const countedFigures: readonly CountedFigure[] = [
  { figure: 'falseRejects', decision: 'reject', of: 'good', truth: 'good', missing: 'limits.noGood' },
  { figure: 'escapes', decision: 'pass', of: 'defective', truth: 'defective', missing: 'limits.noDefective' },
  { figure: 'reviews', decision: 'review', of: 'total' },
];

/** What the two limits do to the run's parts, their exact values, and what can be done with them. */
export function LimitsPanel(props: LimitsPanelProps) {
  const { tally, appliedTally, draft, isReadOnly, isBusy, canUse, isInUse, onApply, onUse } = props;
  const { decisionSettings, showParts, className } = props;
  const { t } = useTranslation('evaluate');
  const { limits, isChanged, move, discard } = draft;
  const figures = limitFigures(tally);
  const applied = limitFigures(appliedTally);

  return (
    <ChartCard title={t('limits.title')} explanation={t('limits.explanation')} className={className}>
      <Stack gap="sm">
        <div className={classes.figures}>
          {countedFigures.map(({ figure, decision, of, missing, truth }) => (
            <LimitFigureButton
              key={figure}
              kind={decision}
              name={t(`limits.${figure}`)}
              explanation={t(`limits.${figure}Explained`)}
              count={figures[figure]}
              applied={applied[figure]}
              total={figures[of]}
              {...(missing !== undefined && { missing: t(missing) })}
              onShow={() =>
                showParts(t(`limits.${figure}`), {
                  ...(truth !== undefined && { truth }),
                  scores: scoresOf(decision, limits),
                })
              }
            />
          ))}
        </div>
        <VisuallyHidden aria-live="polite">
          {t('limits.live', {
            falseRejects: figures.falseRejects,
            escapes: figures.escapes,
            reviews: figures.reviews,
          })}
        </VisuallyHidden>
        <Group grow gap="sm">
          <LimitField
            label={t('limits.review')}
            value={limits.review}
            min={0}
            max={limits.reject}
            onMove={(review) => move({ ...limits, review })}
          />
          <LimitField
            label={t('limits.reject')}
            value={limits.reject}
            min={limits.review}
            max={highestLimit}
            onMove={(reject) => move({ ...limits, reject })}
          />
        </Group>
        <StatedShare settings={decisionSettings} onLimits={move} />
        <Stack gap="xs">
          {isReadOnly ? (
            <Text size="sm" c="dimmed">
              {t('limits.readOnly')}
            </Text>
          ) : (
            <>
              <Group gap="xs" wrap="nowrap">
                <Button flex={1} disabled={!isChanged} loading={isBusy} onClick={onApply}>
                  {t('limits.apply')}
                </Button>
                <Button variant="default" disabled={!isChanged} onClick={discard}>
                  {t('limits.discard')}
                </Button>
              </Group>
              <Button variant="default" disabled={!canUse} onClick={onUse}>
                {t('limits.use')}
              </Button>
              {isInUse && (
                <Text size="xs" c="dimmed">
                  {t('limits.usedAlready')}
                </Text>
              )}
            </>
          )}
        </Stack>
      </Stack>
    </ChartCard>
  );
}

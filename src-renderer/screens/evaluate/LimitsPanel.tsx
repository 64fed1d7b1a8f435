import { Button, Group, Stack, Text, VisuallyHidden } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ModelSummary } from '../../../src-shared/contract/models.ts';
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
          <LimitFigureButton
            kind="reject"
            name={t('limits.falseRejects')}
            explanation={t('limits.falseRejectsExplained')}
            count={figures.falseRejects}
            applied={applied.falseRejects}
            total={figures.good}
            missing={t('limits.noGood')}
            onShow={() =>
              showParts(t('limits.falseRejects'), { truth: 'good', scores: scoresOf('reject', limits) })
            }
          />
          <LimitFigureButton
            kind="pass"
            name={t('limits.escapes')}
            explanation={t('limits.escapesExplained')}
            count={figures.escapes}
            applied={applied.escapes}
            total={figures.defective}
            missing={t('limits.noDefective')}
            onShow={() =>
              showParts(t('limits.escapes'), { truth: 'defective', scores: scoresOf('pass', limits) })
            }
          />
          <LimitFigureButton
            kind="review"
            name={t('limits.reviews')}
            explanation={t('limits.reviewsExplained')}
            count={figures.reviews}
            applied={applied.reviews}
            total={figures.total}
            onShow={() => showParts(t('limits.reviews'), { scores: scoresOf('review', limits) })}
          />
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

import { Tooltip, UnstyledButton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Decision } from '../../../src-shared/domain/decision.ts';
import { decisionIcons } from '../../components/DecisionBadge.tsx';
import { useFormat } from '../../i18n/format.ts';
import classes from './LimitsPanel.module.css';

export interface LimitFigureButtonProps {
  /** What is decided of the counted parts. */
  kind: Decision;
  name: string;
  explanation: string;
  count: number;
  /** By the limits that the run is decided by. */
  applied: number;
  /** Of how many parts. */
  total: number;
  /** Said when there are no such parts to count among. */
  missing?: string;
  onShow: () => void;
}

/** A count that follows the limits, beside what it is now; opens the parts that are counted. */
export function LimitFigureButton(props: LimitFigureButtonProps) {
  const { kind, name, explanation, count, applied, total, missing, onShow } = props;
  const { t } = useTranslation('evaluate');
  const { number, percent } = useFormat();
  const Icon = decisionIcons[kind];
  const isMissing = total === 0 && missing !== undefined;
  return (
    <Tooltip label={explanation} multiline maw={260}>
      <UnstyledButton className={classes.figure} onClick={onShow} disabled={isMissing}>
        <span className={classes.name}>
          <Icon aria-hidden size={14} stroke={2} style={{ color: `var(--decision-${kind}-mark)` }} />
          {name}
        </span>
        <span className={classes.count}>{isMissing ? '–' : number(count)}</span>
        <span className={classes.note}>
          {isMissing
            ? missing
            : `${t('limits.of', { total: number(total) })} (${percent(total === 0 ? 0 : count / total, 1)})`}
        </span>
        <span className={classes.note} data-changed={count === applied ? undefined : true}>
          {count === applied ? ' ' : t('limits.was', { count: applied })}
        </span>
      </UnstyledButton>
    </Tooltip>
  );
}

import { IconCircleCheck, IconEye, IconHexagonLetterX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Decision } from '../../src-shared/domain/decision.ts';
import classes from './badge.module.css';

/** One shape for each decision, so that none is told by colour alone. */
export const decisionIcons = { pass: IconCircleCheck, review: IconEye, reject: IconHexagonLetterX } as const;

/** What the software says of a part. */
export function DecisionBadge({ decision, size = 'md' }: { decision: Decision; size?: 'sm' | 'md' | 'lg' }) {
  const { t } = useTranslation('common');
  const Icon = decisionIcons[decision];
  return (
    <span className={classes.badge} data-decision={decision} data-size={size}>
      <Icon aria-hidden className={classes.icon} stroke={2} />
      {t(`decision.${decision}`)}
    </span>
  );
}

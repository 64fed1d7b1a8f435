import { IconQuestionMark, IconThumbDown, IconThumbUp } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Verdict } from '../../src-shared/contract/results.ts';
import classes from './badge.module.css';

export const verdictIcons = { accept: IconThumbUp, reject: IconThumbDown, unsure: IconQuestionMark } as const;

const colours = { accept: 'pass', reject: 'reject', unsure: 'review' } as const;

/** What a person says of a part; a dash when nobody has judged it. */
export function VerdictBadge({ verdict }: { verdict: Verdict['decision'] | null }) {
  const { t } = useTranslation('common');
  if (verdict === null)
    return (
      <span className={classes.badge} data-empty>
        {t('verdict.none')}
      </span>
    );
  const Icon = verdictIcons[verdict];
  return (
    <span className={classes.badge} data-decision={colours[verdict]} data-verdict>
      <Icon aria-hidden className={classes.icon} stroke={2} />
      {t(`verdict.${verdict}`)}
    </span>
  );
}

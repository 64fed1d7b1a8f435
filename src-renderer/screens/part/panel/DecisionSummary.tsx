import { Text, Tooltip } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ReactNode } from 'react';
import type { ResultDetail } from '../../../../src-shared/contract/results.ts';
import { DecisionBadge } from '../../../components/DecisionBadge.tsx';
import { useFormat } from '../../../i18n/format.ts';
import { useRarity } from '../use-rarity.ts';
import classes from './DecisionSummary.module.css';
import { scoreScale } from './score-scale.ts';

/** What the software says of the part, and by how much. */
export function DecisionSummary({ detail }: { detail: ResultDetail }) {
  const { t } = useTranslation('part');
  const format = useFormat();
  const rarity = useRarity();
  const { score, psnr, ssim } = detail;
  return (
    <section className={classes.summary} aria-label={t('decision.label')}>
      <div className={classes.head}>
        <DecisionBadge decision={detail.decision} size="lg" />
        <Term hint={t('decision.scoreHint', { rarity: rarity(score) })}>
          <span className={classes.score}>{format.fixed(score, 2)}</span> {t('decision.score')}
        </Term>
      </div>
      <ScoreScale detail={detail} />
      <dl className={classes.figures}>
        <dt>
          <Term hint={t('decision.psnrHint')}>{t('decision.psnr')}</Term>
        </dt>
        <dd className="tabular">
          {Number.isFinite(psnr)
            ? t('decision.psnrValue', { value: format.fixed(psnr, 1) })
            : t('decision.identical')}
        </dd>
        <dt>
          <Term hint={t('decision.ssimHint')}>{t('decision.ssim')}</Term>
        </dt>
        <dd className="tabular">{format.fixed(ssim, 3)}</dd>
      </dl>
    </section>
  );
}

/** A word that explains itself when pointed at or reached with the keyboard. */
function Term({ hint, children }: { hint: string; children: ReactNode }) {
  return (
    <Tooltip label={hint} multiline w={280} events={{ hover: true, focus: true, touch: true }}>
      <span className={classes.term} tabIndex={0}>
        {children}
      </span>
    </Tooltip>
  );
}

function ScoreScale({ detail: { score, limits } }: { detail: ResultDetail }) {
  const { t } = useTranslation('part');
  const format = useFormat();
  const at = scoreScale(score, limits);
  const percent = (share: number) => `${100 * share}%`;
  const values = {
    score: format.fixed(score, 2),
    review: format.fixed(limits.review, 2),
    reject: format.fixed(limits.reject, 2),
  };
  return (
    <div role="img" aria-label={t('decision.scale', values)} className={classes.scale}>
      <div className={classes.zones}>
        <span data-decision="pass" style={{ width: percent(at.review) }} />
        <span data-decision="review" style={{ width: percent(at.reject - at.review) }} />
        <span data-decision="reject" style={{ flex: 1 }} />
        <i className={classes.marker} style={{ left: percent(at.score) }} />
      </div>
      <div className={classes.limits}>
        <Text span size="xs" c="dimmed">
          {t('decision.review', { limit: values.review })}
        </Text>
        <Text span size="xs" c="dimmed">
          {t('decision.reject', { limit: values.reject })}
        </Text>
      </div>
    </div>
  );
}

import { Collapse, Text, UnstyledButton } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { ResultDetail, SecondOpinion as Opinion } from '../../../../src-shared/contract/results.ts';
import { defectLimit } from '../../../../src-shared/domain/decide.ts';
import { useEngine } from '../../../app/engine.ts';
import { DecisionBadge } from '../../../components/DecisionBadge.tsx';
import { useFormat } from '../../../i18n/format.ts';
import { featureWords } from './feature-words.ts';
import classes from './SecondOpinion.module.css';

/** What the second opinion says of a part, and why; nothing where none has been learnt. */
export function SecondOpinion({ detail }: { detail: ResultDetail }) {
  const { orpc } = useEngine();
  const { data } = useQuery(
    orpc.results.secondOpinion.queryOptions({
      input: { resultId: detail.id },
      enabled: detail.defectProbability !== null,
    }),
  );
  if (detail.defectProbability === null || data === undefined || data === null) return null;
  return <Shown opinion={data} />;
}

function Shown({ opinion: { probability, byScore, followed, contributions } }: { opinion: Opinion }) {
  const { t } = useTranslation('study');
  const format = useFormat();
  const [isOpen, { toggle }] = useDisclosure(false);
  const whyId = useId();
  const isDefect = probability >= defectLimit;
  const disagrees = isDefect ? byScore !== 'reject' : byScore === 'reject';
  return (
    <section className={classes.opinion} aria-label={t('opinion.title')}>
      <div className={classes.head}>
        <Text size="sm" fw={550}>
          {t('opinion.title')}
        </Text>
        <DecisionBadge decision={followed} size="sm" />
      </div>
      <Text size="sm">
        {t('opinion.defect', { probability: format.percent(probability) })} ·{' '}
        {t(isDefect ? 'opinion.sureOfDefect' : 'opinion.sureOfGood')}
      </Text>
      {disagrees && (
        <Text size="xs" fw={550}>
          {t('opinion.disagrees')}
        </Text>
      )}
      <UnstyledButton
        className={classes.why}
        onClick={toggle}
        aria-expanded={isOpen}
        {...(isOpen ? { 'aria-controls': whyId } : {})}
      >
        {isOpen ? <IconChevronDown size={14} aria-hidden /> : <IconChevronRight size={14} aria-hidden />}
        {t('opinion.why')}
      </UnstyledButton>
      <Collapse expanded={isOpen}>
        <Why id={whyId} contributions={contributions} />
      </Collapse>
    </section>
  );
}

/** More would not be read, and add little. */
const shownAtMost = 6;

function Why({ id, contributions }: { id: string; contributions: Opinion['contributions'] }) {
  const { t } = useTranslation('study');
  const format = useFormat();
  const shown = contributions.slice(0, shownAtMost);
  const most = Math.max(...shown.map(({ contribution }) => Math.abs(contribution)), Number.EPSILON);
  return (
    <ol className={classes.bars} id={id}>
      {shown.map(({ feature, contribution }) => {
        const { word, detail } = featureWords(feature);
        const width = `${(50 * Math.abs(contribution)) / most}%`;
        return (
          <li key={feature}>
            <span>
              {t(`opinion.features.${word}`, {
                detail: detail === null ? '' : t(`opinion.detail.${detail}`),
                name: feature,
              })}
            </span>
            <span className={classes.bar} aria-hidden>
              <i
                data-against={contribution < 0 || undefined}
                style={contribution < 0 ? { right: '50%', width } : { left: '50%', width }}
              />
            </span>
            <span className="tabular">
              {contribution < 0 ? '−' : '+'}
              {format.fixed(Math.abs(contribution), 1)}
            </span>
          </li>
        );
      })}
    </ol>
  );
}

import { Text, Title } from '@mantine/core';
import { IconClick } from '@tabler/icons-react';
import type { UseQueryResult } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { ReactNode } from 'react';
import { EmptyState } from '../../../components/EmptyState.tsx';
import { LoadingLines } from '../../../components/Loading.tsx';
import { Problem } from '../../../components/Problem.tsx';
import { useFormat } from '../../../i18n/format.ts';
import type { ResultDetail } from '../../../../src-shared/contract/results.ts';
import type { Point } from '../../../viewer/viewport.ts';
import { useRarity } from '../use-rarity.ts';
import { ClosePatches } from './ClosePatches.tsx';
import { Contributions } from './Contributions.tsx';
import classes from './ExplainPanel.module.css';
import type { ShownExplanation } from './read-explanation.ts';
import { ScaleDetail } from './ScaleDetail.tsx';

interface Props {
  readonly detail: ResultDetail;
  readonly at: Point | null;
  readonly explanation: UseQueryResult<ShownExplanation>;
  /** Evidence from which on a place is unusual. */
  readonly limit: number;
}

/** Why the chosen place looks as it does: what is there, what would be expected, and what speaks against it. */
export function ExplainPanel({ detail, at, explanation, limit }: Props) {
  const { t } = useTranslation('part');
  const format = useFormat();
  const rarity = useRarity();
  if (at === null)
    return <EmptyState icon={IconClick} title={t('explain.empty')} text={t('explain.emptyText')} />;
  const { data, error, isError, refetch } = explanation;
  const place = t('explain.place', { x: format.number(at.x), y: format.number(at.y) });
  if (isError)
    return (
      <Section title={place}>
        <Problem error={error} retry={() => void refetch()} />
      </Section>
    );
  if (data === undefined)
    return (
      <Section title={place}>
        <Text c="dimmed" role="status">
          {t('explain.loading')}
        </Text>
        <LoadingLines lines={8} />
      </Section>
    );
  const unusual = data.evidence >= limit;
  return (
    <div className={classes.panel}>
      <Section title={place}>
        <Text fw={600}>
          {t(unusual ? 'explain.outside' : 'explain.inside', { rarity: rarity(data.evidence) })}
        </Text>
      </Section>
      <Section title={t('explain.patches')}>
        <ClosePatches detail={detail} box={data.box} nearest={data.nearest} />
      </Section>
      <Section title={t('explain.reasons')} hint={t('explain.reasonsHint')}>
        <Contributions indicators={data.indicators} />
      </Section>
      <Section title={t('explain.atoms')} hint={t('explain.atomsHint')}>
        {data.scales.map((scale) => (
          <ScaleDetail key={scale.scale} shown={scale} />
        ))}
      </Section>
    </div>
  );
}

function Section({ title, hint, children }: { title: string; hint?: string; children: ReactNode }) {
  return (
    <section className={classes.section}>
      <Title order={2} size="sm">
        {title}
      </Title>
      {hint !== undefined && (
        <Text size="xs" c="dimmed" mb="xs">
          {hint}
        </Text>
      )}
      {children}
    </section>
  );
}

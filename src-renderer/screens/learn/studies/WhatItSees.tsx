import { Group, SimpleGrid, Text } from '@mantine/core';
import { useContext } from 'react';
import { useTranslation } from 'react-i18next';
import { defectKinds } from '../../../../src-shared/domain/study.ts';
import type { DetectionStudy, Pod } from '../../../../src-shared/domain/study.ts';
import { ChartTable } from '../../../charts/ChartTable.tsx';
import { UnitsContext, useFormat } from '../../../i18n/format.ts';
import { PodChart, PodLegend } from './PodChart.tsx';
import { sizeWords } from './size-words.ts';
import { StudyCard } from './StudyCard.tsx';
import { useStudy } from './use-study.ts';

/** The probability of detection by size, kind by kind. */
export function WhatItSees({ modelId }: { modelId: number }) {
  const { t } = useTranslation('study');
  const study = useStudy('detection', modelId);
  return (
    <StudyCard title={t('see.title')} explanation={t('see.explanation')} ask={t('see.ask')} study={study}>
      {study.found !== undefined && study.found !== null && <Detection study={study.found} />}
    </StudyCard>
  );
}

function Detection({ study }: { study: DetectionStudy }) {
  const { t } = useTranslation('study');
  const format = useFormat();
  const units = useContext(UnitsContext);
  const { pods, parts, heldOut } = study;
  const words = sizeWords(format, units.millimetresPerPixel ?? study.millimetresPerPixel);
  const kinds = defectKinds.filter((kind) => pods.some((pod) => pod.kind === kind));
  const nameOf = ({ kind, contrast }: Pod) =>
    contrast === null
      ? t(`see.kinds.${kind}`)
      : t('see.named', { kind: t(`see.kinds.${kind}`), contrast: t(`see.contrasts.${contrast}`) });
  return (
    <>
      <Group justify="space-between">
        <Text size="sm">
          {t('see.summary', { parts: format.number(parts), trials: format.number(pods[0]?.trials ?? 0) })}
          {!heldOut && ` ${t('see.notHeldOut')}`}
        </Text>
        <PodLegend />
      </Group>
      <SimpleGrid cols={{ base: 2, lg: 3 }} spacing="md">
        {kinds.map((kind) => (
          <PodChart
            key={kind}
            title={t('see.panel', { kind: t(`see.kinds.${kind}`), unit: words.unit })}
            pods={pods.filter((pod) => pod.kind === kind)}
            range={study}
            words={words}
          />
        ))}
      </SimpleGrid>
      <ChartTable
        caption={t('see.table')}
        head={[t('see.kind'), t('see.found'), t('see.half'), t('see.ninety'), t('see.ninetySure')]}
        rows={pods.map((pod) => ({
          key: nameOf(pod),
          cells: [
            nameOf(pod),
            t('see.foundOf', { hits: format.number(pod.hits), trials: format.number(pod.trials) }),
            words.size(pod.a50),
            words.size(pod.a90),
            words.size(pod.a90At95),
          ],
        }))}
      />
      <Text size="xs" c="dimmed">
        {t('see.surely')}
      </Text>
    </>
  );
}

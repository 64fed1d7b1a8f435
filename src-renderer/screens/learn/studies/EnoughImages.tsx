import { Text } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { worthwhileGain } from '../../../../src-shared/domain/study.ts';
import type { ImagesStudy } from '../../../../src-shared/domain/study.ts';
import { LineChart } from '../../../charts/LineChart.tsx';
import { useFormat } from '../../../i18n/format.ts';
import { StudyCard } from './StudyCard.tsx';
import { useStudy } from './use-study.ts';

/** Whether more good images would help: the learning curve with a sentence. */
export function EnoughImages({ modelId }: { modelId: number }) {
  const { t } = useTranslation('study');
  const study = useStudy('images', modelId);
  return (
    <StudyCard
      title={t('enough.title')}
      explanation={t('enough.explanation')}
      ask={t('enough.ask')}
      study={study}
    >
      {study.found !== undefined && study.found !== null && <LearningCurve study={study.found} />}
    </StudyCard>
  );
}

/** A smaller share would be written as 0%. */
const noticeable = 0.005;

function LearningCurve({ study }: { study: ImagesStudy }) {
  const { t } = useTranslation('study');
  const format = useFormat();
  const isEnough = study.moreImages === 0;
  const gain = format.percent(study.gainOfDoubling);
  const sentence = isEnough
    ? t('enough.enough', { images: format.number(study.images) })
    : t('enough.more', { more: format.number(study.moreImages) });
  const series = useMemo(
    () => [
      {
        key: 'measured',
        label: t('enough.measured'),
        points: study.points.map(({ images, limit }) => ({ x: images, y: limit })),
        tone: 'good' as const,
      },
      {
        key: 'expected',
        label: t('enough.expected'),
        points: study.curve.map(({ images, limit }) => ({ x: images, y: limit })),
        tone: 'plain' as const,
        dashed: true,
      },
    ],
    [study, t],
  );
  const today = useMemo(
    () => [{ key: 'today', label: t('enough.today'), x: study.images, y: 1, tone: 'plain' as const }],
    [study, t],
  );
  return (
    <>
      <div>
        <Text fw={600}>{sentence}</Text>
        <Text size="sm" c="dimmed">
          {isEnough
            ? t(study.gainOfDoubling < noticeable ? 'enough.enoughNothing' : 'enough.enoughMore', { gain })
            : t('enough.moreMore', { worthwhile: format.percent(worthwhileGain), gain })}
        </Text>
      </div>
      <LineChart
        description={t('enough.description', { sentence })}
        series={series}
        marked={today}
        xTitle={t('enough.axisImages')}
        yTitle={t('enough.axisLimit')}
        fromZero
      />
    </>
  );
}

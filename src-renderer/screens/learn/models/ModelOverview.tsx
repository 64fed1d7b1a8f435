import { Paper, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { ModelDetail } from '../../../../src-shared/contract/models.ts';
import { Histogram } from '../../../charts/Histogram.tsx';
import { Figure } from '../../../components/Figure.tsx';
import { useFormat } from '../../../i18n/format.ts';
import { ObjectiveChart } from '../ObjectiveChart.tsx';
import { heldBack, heldOutScores } from './held-out.ts';

/** The figures of a model, how it scores the good parts, and how its learning went. */
export function ModelOverview({ model }: { model: ModelDetail }) {
  const { t } = useTranslation('learn');
  const format = useFormat();
  const { limits, imageSize, workingSize, scales } = model;
  const size = ({ width, height }: { width: number; height: number }) =>
    t('form.sizeValue', { width: format.number(width), height: format.number(height) });
  const objectives = useMemo(() => scales.map(({ objective }) => objective), [scales]);
  const scores = useMemo(() => heldOutScores(model), [model]);
  const series = useMemo(
    () => [{ key: 'good', label: t('form.goodParts'), values: scores, tone: 'good' as const }],
    [scores, t],
  );
  const { rejected, held } = heldBack(model);
  return (
    <Stack gap="md">
      <Paper withBorder p="md">
        <SimpleGrid cols={{ base: 3, lg: 4 }} spacing="lg">
          <Figure name={t('model.figures.trainImages')} value={format.number(model.trainImages)} />
          <Figure name={t('model.figures.trainSeconds')} value={format.duration(model.trainSeconds)} />
          <Figure name={t('model.figures.review')} value={format.fixed(limits.review, 2)} />
          <Figure name={t('model.figures.reject')} value={format.fixed(limits.reject, 2)} />
          <Figure name={t('model.figures.imageSize')} value={size(imageSize)} />
          <Figure name={t('model.figures.workingSize')} value={size(workingSize)} />
          <Figure
            name={t('model.figures.aligned')}
            value={t(`model.placing.${placingOf(model)}`, { degrees: model.mostTurn })}
          />
          <Figure name={t('model.figures.colour')} value={t(model.colour ? 'model.yes' : 'model.no')} />
          <Figure
            name={t('model.figures.structured')}
            value={t(model.structured ? 'model.yes' : 'model.no')}
          />
        </SimpleGrid>
        <Text size="xs" c="dimmed" mt="md">
          {t('model.scoreUnit')}
        </Text>
      </Paper>
      <SimpleGrid cols={{ base: 1, lg: 2 }} spacing="md">
        <Paper withBorder p="md">
          <Title order={3} size="h5">
            {t('model.heldOut')}
          </Title>
          <Text size="xs" c="dimmed" mb="sm">
            {t(scores.length === 0 ? 'model.heldOutEmpty' : 'model.heldOutHint')}
          </Text>
          {scores.length > 0 && (
            <>
              <Histogram
                description={t('model.heldOutTotals', { count: scores.length, rejected, held })}
                series={series}
                valueTitle={t('model.score')}
                limits={limits}
                height={240}
              />
              <Text size="sm" mt="xs">
                {t('model.heldOutTotals', { count: scores.length, rejected, held })}
              </Text>
            </>
          )}
        </Paper>
        <Paper withBorder p="md">
          <Title order={3} size="h5">
            {t('model.curve')}
          </Title>
          <Text size="xs" c="dimmed" mb="sm">
            {t('progress.curveHint')}
          </Text>
          <ObjectiveChart objectives={objectives} />
        </Paper>
      </SimpleGrid>
    </Stack>
  );
}

/** Whether parts are moved into place, and how far they may lie turned. */
function placingOf({ aligned, mostTurn }: ModelDetail): 'no' | 'within' | 'anyAngle' {
  if (!aligned) return 'no';
  return mostTurn < 180 ? 'within' : 'anyAngle';
}

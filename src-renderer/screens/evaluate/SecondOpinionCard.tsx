import { Button, Group, Stack, Switch, Table, Text } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Evaluation, RunSummary } from '../../../src-shared/contract/runs.ts';
import { useEngine } from '../../app/engine.ts';
import { notifyDone, notifyError } from '../../app/errors.ts';
import { ChartCard } from '../../charts/ChartCard.tsx';
import { useFormat } from '../../i18n/format.ts';
import { opinionFigures, scoreFigures } from './opinion-figures.ts';
import type { Tally } from './tally.ts';

export interface SecondOpinionCardProps {
  run: RunSummary;
  /** At the run's limits. */
  tally: Tally;
  evaluation: Evaluation;
  isReadOnly: boolean;
  className?: string | undefined;
}

/** Of either kind, for the second opinion to be learnt. */
const leastOfEachKind = 5;

/** The second opinion on a run's parts: learning it, what it is worth beside the score, and following it. */
export function SecondOpinionCard({ run, tally, evaluation, isReadOnly, className }: SecondOpinionCardProps) {
  const { t } = useTranslation('study');
  const { client, orpc } = useEngine();
  const queryClient = useQueryClient();
  const { id: runId, modelId } = run;
  const classifier = useQuery(orpc.models.classifier.queryOptions({ input: { modelId } }));
  const change = useMutation({
    mutationFn: (act: () => Promise<unknown>) => act(),
    onError: (thrown) => notifyError(thrown),
    onSuccess: () =>
      Promise.all(
        [orpc.models, orpc.runs, orpc.results, orpc.project].map((part) =>
          queryClient.invalidateQueries({ queryKey: part.key() }),
        ),
      ),
  });
  const learn = () =>
    change.mutate(async () => {
      await client.runs.learnClassifier({ runId });
      notifyDone(t('opinion.learnt'));
    });
  const found = classifier.data ?? null;
  const canLearn = Math.min(evaluation.good, evaluation.defective) >= leastOfEachKind;
  const isBusy = isReadOnly || change.isPending;
  return (
    <ChartCard
      title={t('opinion.title')}
      explanation={t('opinion.explanation')}
      className={className}
      figures={
        <Button
          size="compact-sm"
          variant={found === null ? 'filled' : 'default'}
          disabled={!canLearn || isBusy}
          loading={change.isPending}
          onClick={learn}
        >
          {found === null ? t('opinion.learn') : t('opinion.relearn')}
        </Button>
      }
    >
      {found === null ? (
        <Text size="sm" c="dimmed">
          {t('opinion.ask')}
        </Text>
      ) : (
        <Group align="flex-start" gap="xl" wrap="wrap">
          <Comparison score={scoreFigures(tally, evaluation)} opinion={opinionFigures(found)} />
          <Stack gap="xs" flex={1} miw={280}>
            <Text size="sm">
              {t('opinion.parts')}:{' '}
              {t('opinion.partsValue', { good: found.good, defective: found.defective })}
            </Text>
            <Text size="xs" c="dimmed">
              {t('opinion.crossValidated', { folds: found.figures.folds })}
            </Text>
            <Switch
              label={t('opinion.follow')}
              description={t('opinion.followHint')}
              checked={run.followsClassifier}
              disabled={isBusy}
              onChange={({ currentTarget: { checked: follow } }) =>
                change.mutate(() => client.runs.followClassifier({ runId, follow }))
              }
            />
            <Switch
              label={t('opinion.followNext')}
              checked={found.followed}
              disabled={isBusy}
              onChange={({ currentTarget: { checked: follow } }) =>
                change.mutate(() => client.models.followClassifier({ modelId, follow }))
              }
            />
          </Stack>
        </Group>
      )}
    </ChartCard>
  );
}

interface ComparisonProps {
  score: ReturnType<typeof scoreFigures>;
  opinion: ReturnType<typeof opinionFigures>;
}

function Comparison({ score, opinion }: ComparisonProps) {
  const { t } = useTranslation('study');
  const { percent, fixed } = useFormat();
  const share = (value: number | null) => (value === null ? '–' : percent(value, 1));
  const rows = [
    { name: t('opinion.accuracy'), cells: [share(score.accuracy), share(opinion.accuracy)] },
    { name: t('opinion.falseRejects'), cells: [share(score.falseRejects), share(opinion.falseRejects)] },
    { name: t('opinion.missed'), cells: [share(score.missed), share(opinion.missed)] },
    {
      name: t('opinion.separation'),
      cells: [score.separation === null ? '–' : fixed(score.separation, 3), fixed(opinion.separation, 3)],
    },
  ];
  return (
    <Table w="auto" verticalSpacing={4} fz="sm">
      <Table.Thead>
        <Table.Tr>
          <Table.Td />
          <Table.Th ta="right">{t('opinion.byScore')}</Table.Th>
          <Table.Th ta="right">{t('opinion.byOpinion')}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {rows.map(({ name, cells }) => (
          <Table.Tr key={name}>
            <Table.Th scope="row" fw={400}>
              {name}
            </Table.Th>
            {cells.map((cell, i) => (
              <Table.Td key={i} ta="right" className="tabular">
                {cell}
              </Table.Td>
            ))}
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

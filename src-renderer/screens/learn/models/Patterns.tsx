import { Paper, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { ModelDetail } from '../../../../src-shared/contract/models.ts';
import { useEngine } from '../../../app/engine.ts';
import { readArray } from '../../../app/read-array.ts';
import { LoadingLines } from '../../../components/Loading.tsx';
import { Problem } from '../../../components/Problem.tsx';
import { useFormat } from '../../../i18n/format.ts';
import { Mosaic } from '../../../viewer/Mosaic.tsx';

/** The dictionary of each scale as a mosaic, most used atoms first. */
export function Patterns({ model }: { model: ModelDetail }) {
  const { t } = useTranslation('learn');
  return (
    <Stack gap="md">
      <Text size="sm" c="dimmed">
        {t('model.patternsHint')}
      </Text>
      <SimpleGrid cols={{ base: 2, xl: 4 }} spacing="md">
        {model.scales.map((_, scale) => (
          <Paper key={scale} withBorder p="md">
            <Title order={3} size="h5" mb="sm">
              {t('progress.scale', { scale: scale + 1 })}
            </Title>
            <ScalePatterns modelId={model.id} scale={scale} />
          </Paper>
        ))}
      </SimpleGrid>
    </Stack>
  );
}

function ScalePatterns({ modelId, scale }: { modelId: number; scale: number }) {
  const { t } = useTranslation('learn');
  const { client, orpc } = useEngine();
  const format = useFormat();
  const input = { modelId, scale };
  const { data, error, refetch } = useQuery({
    queryKey: [...orpc.models.dictionary.queryKey({ input }), 'values'],
    queryFn: async ({ signal }) => {
      const { atoms, usage } = await client.models.dictionary(input, { signal });
      const { data: values, height: count } = await readArray(atoms);
      return { values, count, usage };
    },
    staleTime: Infinity,
  });
  if (error !== null) return <Problem error={error} retry={() => void refetch()} />;
  if (data === undefined) return <LoadingLines />;
  return (
    <Mosaic
      atoms={data.values}
      count={data.count}
      description={t('progress.mosaic', { count: data.count, scale: scale + 1 })}
      captionOf={(atom) => t('model.usage', { share: format.percent(data.usage[atom] ?? 0, 1) })}
    />
  );
}

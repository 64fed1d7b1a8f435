import { Badge, Button, Group, Stack, Tabs, Title } from '@mantine/core';
import { IconPlayerPlay } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { ModelSummary } from '../../../../src-shared/contract/models.ts';
import { useEngine } from '../../../app/engine.ts';
import { useNavigation } from '../../../app/navigation.ts';
import { LoadingLines } from '../../../components/Loading.tsx';
import { Problem } from '../../../components/Problem.tsx';
import { EnoughImages } from '../studies/EnoughImages.tsx';
import { SuspiciousParts } from '../studies/SuspiciousParts.tsx';
import { WhatItSees } from '../studies/WhatItSees.tsx';
import { GoodPartScores } from './GoodPartScores.tsx';
import { ModelMenu } from './ModelMenu.tsx';
import { ModelOverview } from './ModelOverview.tsx';
import { modelName } from './model-name.ts';
import { ModelReady } from './ModelReady.tsx';
import { Origin } from './Origin.tsx';
import { Patterns } from './Patterns.tsx';
import { RecipeTable } from './RecipeTable.tsx';

interface ModelPanelProps {
  modelId: number;
  /** Whether it has been learnt just now. */
  isNew: boolean;
  models: readonly ModelSummary[];
  onCompare: (other: ModelSummary) => void;
  /** Takes note that it is there. */
  onDismiss: () => void;
}

/** Everything about one model. */
export function ModelPanel({ modelId, isNew, models, onCompare, onDismiss }: ModelPanelProps) {
  const { t } = useTranslation(['learn', 'study']);
  const { orpc } = useEngine();
  const { open } = useNavigation();
  const model = useQuery(orpc.models.get.queryOptions({ input: { modelId } }));
  if (model.error !== null) return <Problem error={model.error} retry={() => void model.refetch()} />;
  if (model.data === undefined) return <LoadingLines lines={8} />;
  const { data } = model;
  return (
    <Stack gap="md">
      {isNew && <ModelReady model={data} onDismiss={onDismiss} />}
      <SuspiciousParts model={data} />
      <Group justify="space-between" wrap="nowrap">
        <Group gap="sm" miw={0} wrap="nowrap">
          <Title order={2} size="h4" lineClamp={1}>
            {modelName(t, data)}
          </Title>
          {data.inUse && <Badge variant="light">{t('versions.inUse')}</Badge>}
        </Group>
        <Group gap="xs" wrap="nowrap">
          {!isNew && data.inUse && (
            <Button
              variant="default"
              leftSection={<IconPlayerPlay size={18} aria-hidden />}
              onClick={() => open('inspect')}
            >
              {t('model.inspectNow')}
            </Button>
          )}
          <ModelMenu model={data} models={models} onCompare={onCompare} />
        </Group>
      </Group>
      <Tabs defaultValue="overview" keepMounted={false}>
        <Tabs.List>
          {tabs.map((tab) => (
            <Tabs.Tab key={tab} value={tab}>
              {tab === 'studies' ? t('study:tab') : t(`model.tabs.${tab}`)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value="overview" pt="md">
          <ModelOverview model={data} />
        </Tabs.Panel>
        <Tabs.Panel value="studies" pt="md">
          <Stack gap="md">
            <EnoughImages modelId={modelId} />
            <WhatItSees modelId={modelId} />
          </Stack>
        </Tabs.Panel>
        <Tabs.Panel value="patterns" pt="md">
          <Patterns model={data} />
        </Tabs.Panel>
        <Tabs.Panel value="parts" pt="md">
          <GoodPartScores model={data} />
        </Tabs.Panel>
        <Tabs.Panel value="recipe" pt="md">
          <RecipeTable recipe={data.recipe} />
        </Tabs.Panel>
        <Tabs.Panel value="versions" pt="md">
          <Origin model={data} models={models} />
        </Tabs.Panel>
      </Tabs>
    </Stack>
  );
}

const tabs = ['overview', 'studies', 'patterns', 'parts', 'recipe', 'versions'] as const;

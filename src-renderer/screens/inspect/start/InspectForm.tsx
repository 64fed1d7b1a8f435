import {
  Button,
  Group,
  Paper,
  Radio,
  SegmentedControl,
  Select,
  SimpleGrid,
  Stack,
  Text,
  TextInput,
  Title,
} from '@mantine/core';
import { IconEye, IconPlayerPlay } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { InspectRequest } from '../../../../src-shared/contract/requests.ts';
import type { ModelSummary } from '../../../../src-shared/contract/models.ts';
import { useEngine } from '../../../app/engine.ts';
import { notifyError } from '../../../app/errors.ts';
import { useFormat } from '../../../i18n/format.ts';
import { ChosenPaths } from './ChosenPaths.tsx';
import type { InspectionForm, SourceKind } from './request.ts';
import { choiceCounts, choiceLabels, projectChoices, requestOf, sourceKinds } from './request.ts';

interface InspectFormProps {
  models: readonly ModelSummary[];
  /** Nothing was inspected before. */
  isFirst: boolean;
  onStart: (request: Partial<InspectRequest>) => void;
}

const emptyForm: Omit<InspectionForm, 'kind'> & { kind: SourceKind | null } = {
  kind: null,
  paths: [],
  choice: 'not-learnt',
  title: '',
  modelId: null,
};

/** What is inspected, with which model, and what it is called. */
export function InspectForm({ models, isFirst, onStart }: InspectFormProps) {
  const { t } = useTranslation('inspect');
  const { client, orpc } = useEngine();
  const format = useFormat();
  const [filledIn, setForm] = useState(emptyForm);
  const change = (changed: Partial<InspectionForm>) => setForm((before) => ({ ...before, ...changed }));

  const labels = useQuery(orpc.images.labels.queryOptions()).data?.labels ?? [];
  const { modelId } = filledIn;
  const model = models.find(({ id, inUse }) => (modelId === null ? inUse : id === modelId));
  const counts = choiceCounts(labels, model?.trainImages ?? 0);
  // Who begins with a project that holds parts to inspect need not look for a folder.
  const likely = isFirst && counts['not-learnt'] > 0 ? 'project' : 'folder';
  const form: InspectionForm = { ...filledIn, kind: filledIn.kind ?? likely };
  const isReady = form.kind === 'project' ? counts[form.choice] > 0 : form.paths.length > 0;

  async function imageIds(): Promise<number[]> {
    if (form.kind !== 'project') return [];
    const asked = choiceLabels(form.choice, labels);
    const ids = await client.images.ids(asked === undefined ? {} : { labels: asked });
    if (form.choice !== 'not-learnt' || model === undefined) return ids;
    const { images } = await client.models.get({ modelId: model.id });
    const learnt = new Set(images.map(({ imageId }) => imageId));
    return ids.filter((id) => !learnt.has(id));
  }

  async function start(): Promise<void> {
    try {
      onStart(requestOf(form, await imageIds()));
    } catch (thrown) {
      notifyError(thrown);
    }
  }

  const nameOfModel = ({ id, name }: ModelSummary) => (name === '' ? t('form.unnamedModel', { id }) : name);
  return (
    <Paper withBorder p="lg" component="section" aria-label={t('form.title')}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void start();
        }}
      >
        <Stack gap="md">
          <Title order={2} size="h4">
            {t('form.title')}
          </Title>
          <SegmentedControl
            aria-label={t('form.source')}
            value={form.kind}
            data={sourceKinds.map((kind) => ({ value: kind, label: t(`form.kind.${kind}`) }))}
            onChange={(kind) => change({ kind, paths: [] })}
          />
          <Text size="sm" c="dimmed">
            {t(`form.about.${form.kind}`)}
          </Text>
          {form.kind === 'project' ? (
            <Radio.Group
              aria-label={t('form.kind.project')}
              value={form.choice}
              onChange={(choice) => {
                const chosen = projectChoices.find((known) => known === choice);
                if (chosen !== undefined) change({ choice: chosen });
              }}
            >
              <Stack gap="sm">
                {projectChoices.map((choice) => (
                  <Radio
                    key={choice}
                    value={choice}
                    disabled={counts[choice] === 0}
                    label={
                      <Group gap="xs">
                        {t(`form.choice.${choice}`)}
                        <Text span size="sm" c="dimmed" className="tabular">
                          {format.number(counts[choice])}
                        </Text>
                      </Group>
                    }
                  />
                ))}
              </Stack>
            </Radio.Group>
          ) : (
            <ChosenPaths kind={form.kind} paths={form.paths} onChange={(paths) => change({ paths })} />
          )}
          <SimpleGrid cols={2} spacing="lg">
            <TextInput
              label={t('form.runTitle')}
              description={t('form.runTitleHint')}
              value={form.title}
              maxLength={200}
              onChange={(event) => change({ title: event.currentTarget.value })}
            />
            <Select
              label={t('form.model')}
              description={model === undefined ? ' ' : format.date(model.createdAt)}
              value={model === undefined ? null : String(model.id)}
              data={models.map((one) => ({
                value: String(one.id),
                label: one.inUse ? t('form.inUse', { name: nameOfModel(one) }) : nameOfModel(one),
              }))}
              onChange={(id) => change({ modelId: id === null ? null : Number(id) })}
            />
          </SimpleGrid>
          <Group>
            <Button
              type="submit"
              size="md"
              disabled={!isReady}
              leftSection={
                form.kind === 'watch' ? (
                  <IconEye size={20} aria-hidden />
                ) : (
                  <IconPlayerPlay size={20} aria-hidden />
                )
              }
            >
              {t(form.kind === 'watch' ? 'form.startWatching' : 'form.start')}
            </Button>
            {form.kind === 'project' && !isReady && (
              <Text size="sm" c="dimmed">
                {t('form.noImages')}
              </Text>
            )}
          </Group>
        </Stack>
      </form>
    </Paper>
  );
}

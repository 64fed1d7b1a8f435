import { Badge, Button, Loader, Stack, Text, UnstyledButton } from '@mantine/core';
import { IconFileImport, IconPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { ModelSummary } from '../../../../src-shared/contract/models.ts';
import { useFormat } from '../../../i18n/format.ts';
import classes from './ModelList.module.css';
import { modelName } from './model-name.ts';

interface ModelListProps {
  models: readonly ModelSummary[];
  /** Null for the form of a new model. */
  chosen: number | null;
  isLearning: boolean;
  onChoose: (modelId: number | null) => void;
  onImport: () => void;
}

/** The versions of the model, newest first, and the way to a new one. */
export function ModelList({ models, chosen, isLearning, onChoose, onImport }: ModelListProps) {
  const { t } = useTranslation('learn');
  const format = useFormat();
  return (
    <nav className={classes.list} aria-label={t('versions.title')}>
      <UnstyledButton
        className={classes.entry}
        aria-current={chosen === null ? 'page' : undefined}
        onClick={() => onChoose(null)}
      >
        <span className={classes.head}>
          {isLearning ? <Loader size={16} aria-hidden /> : <IconPlus size={18} aria-hidden />}
          <span className={classes.name}>{t(isLearning ? 'versions.running' : 'versions.new')}</span>
        </span>
        <Text size="xs" c="dimmed">
          {t('versions.newHint')}
        </Text>
      </UnstyledButton>
      <Text size="xs" fw={600} c="dimmed" px="sm" pt="sm">
        {t('versions.title')}
      </Text>
      {models.length === 0 && (
        <Text size="sm" c="dimmed" px="sm">
          {t('versions.empty')}
        </Text>
      )}
      <Stack gap={2} className={classes.versions}>
        {models.map((model) => {
          const parent = models.find(({ id }) => id === model.parentId);
          return (
            <UnstyledButton
              key={model.id}
              className={classes.entry}
              aria-current={chosen === model.id ? 'page' : undefined}
              onClick={() => onChoose(model.id)}
            >
              <span className={classes.head}>
                <span className={classes.name}>{modelName(t, model)}</span>
                {model.inUse && (
                  <Badge size="sm" variant="light">
                    {t('versions.inUse')}
                  </Badge>
                )}
              </span>
              <Text size="xs" c="dimmed" className="tabular">
                {format.date(model.createdAt)}
              </Text>
              <Text size="xs" c="dimmed" className="tabular">
                {t('versions.facts', {
                  count: model.trainImages,
                  duration: format.duration(model.trainSeconds),
                })}
              </Text>
              {parent !== undefined && (
                <Text size="xs" c="dimmed">
                  {t('versions.taught', { name: modelName(t, parent) })}
                </Text>
              )}
            </UnstyledButton>
          );
        })}
      </Stack>
      <Button
        variant="subtle"
        size="xs"
        className={classes.import}
        leftSection={<IconFileImport size={16} aria-hidden />}
        onClick={onImport}
      >
        {t('versions.import')}
      </Button>
    </nav>
  );
}

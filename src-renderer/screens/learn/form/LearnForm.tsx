import {
  Badge,
  Button,
  Collapse,
  Group,
  Paper,
  SimpleGrid,
  Skeleton,
  Stack,
  Text,
  Title,
  UnstyledButton,
} from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconChevronDown, IconChevronRight, IconRestore, IconSparkles } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Recipe } from '../../../../src-shared/domain/recipe.ts';
import { Problem } from '../../../components/Problem.tsx';
import { useEngine } from '../../../app/engine.ts';
import { RecipeFields } from '../recipe/RecipeFields.tsx';
import { settingPaths } from '../recipe/settings.ts';
import classes from './LearnForm.module.css';
import { FoundDefaults } from './FoundDefaults.tsx';
import { GoodParts } from './GoodParts.tsx';
import { RegionsSummary } from './RegionsSummary.tsx';
import { Strictness } from './Strictness.tsx';
import { useRecipeDraft } from './use-recipe-draft.ts';

/** What the next model is learnt from, and how; everything but the good parts has a default. */
export function LearnForm({ onLearn }: { onLearn: (recipe: Recipe) => void }) {
  const { t } = useTranslation('learn');
  const { orpc } = useEngine();
  const { draft, error, retry } = useRecipeDraft();
  const suggested = useQuery(orpc.recipes.suggest.queryOptions());
  const [isAdvanced, advanced] = useDisclosure(false);
  if (error !== null) return <Problem error={error} retry={retry} />;
  if (draft === null || suggested.data === undefined) return <FormSkeleton />;
  const { goodImages, keptForTesting, imageSize, workingSize, otherSizes } = suggested.data;
  const { recipe, issues } = draft;
  const wrong = settingPaths
    .filter((path) => issues[path] !== undefined)
    .map((path) => t(`settings.${path}.label`));
  return (
    <Stack gap="md">
      <Section title={t('form.goodParts')}>
        <GoodParts count={goodImages} kept={keptForTesting} otherSizes={otherSizes} />
      </Section>
      <Section title={t('form.strictness')}>
        <Strictness draft={draft} />
      </Section>
      <SimpleGrid cols={2} spacing="md">
        <Section title={t('form.found')}>
          <FoundDefaults imageSize={imageSize} workingSize={workingSize} fields={draft.fields} />
        </Section>
        <Section title={t('form.regions')}>
          <RegionsSummary regions={draft.regions} />
        </Section>
      </SimpleGrid>
      <Paper withBorder p="md">
        <Group justify="space-between" wrap="nowrap">
          <UnstyledButton aria-expanded={isAdvanced} onClick={advanced.toggle}>
            <Group gap="xs" wrap="nowrap">
              {isAdvanced ? (
                <IconChevronDown size={18} aria-hidden />
              ) : (
                <IconChevronRight size={18} aria-hidden />
              )}
              <Text fw={600}>{t('form.advanced')}</Text>
              {draft.changed && <Badge variant="light">{t('form.changed')}</Badge>}
            </Group>
          </UnstyledButton>
          {draft.changed ? (
            <Button
              variant="subtle"
              size="xs"
              leftSection={<IconRestore size={16} aria-hidden />}
              onClick={draft.reset}
            >
              {t('form.reset')}
            </Button>
          ) : (
            <Text size="sm" c="dimmed">
              {t('form.advancedHint')}
            </Text>
          )}
        </Group>
        <Collapse expanded={isAdvanced}>
          <Stack pt="md">
            <RecipeFields draft={draft} />
          </Stack>
        </Collapse>
      </Paper>
      <div className={classes.start}>
        <Button
          size="lg"
          leftSection={<IconSparkles aria-hidden />}
          disabled={goodImages === 0 || recipe === null}
          onClick={() => {
            if (recipe !== null) onLearn(recipe);
          }}
        >
          {t('form.learn')}
        </Button>
        {recipe === null && (
          <Text size="sm" c="var(--decision-reject-text)" role="alert">
            {t('form.invalid', { settings: wrong.join(t('form.listComma')) })}
          </Text>
        )}
      </div>
    </Stack>
  );
}

function Section({ title, children }: { title: string; children: ReactNode }) {
  return (
    <Paper withBorder p="md" component="section" aria-label={title}>
      <Title order={2} size="h5" mb="sm">
        {title}
      </Title>
      {children}
    </Paper>
  );
}

function FormSkeleton() {
  return (
    <Stack gap="md" aria-hidden>
      {[160, 150, 120, 60].map((height) => (
        <Skeleton key={height} h={height} />
      ))}
    </Stack>
  );
}

import { Group, NumberInput, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../i18n/format.ts';
import { issueText } from '../recipe/issue-text.ts';
import { toPercent, toShare } from '../recipe/percent.ts';
import { outOf } from './out-of.ts';
import type { RecipeDraft } from './use-recipe-draft.ts';

const shares = [
  { path: 'decision.falseRejectRate', label: 'form.rejectShare', sentence: 'form.rejectSentence' },
  { path: 'decision.reviewRate', label: 'form.reviewShare', sentence: 'form.reviewSentence' },
] as const;

/** How many good parts may be held back, from which both limits follow. */
export function Strictness({ draft }: { draft: RecipeDraft }) {
  const { t } = useTranslation('learn');
  const format = useFormat();
  return (
    <Stack gap="sm">
      {shares.map(({ path, label, sentence }) => {
        const value = draft.fields[path];
        const issue = draft.issues[path];
        const { count, of } = outOf(typeof value === 'number' ? value : 0);
        return (
          <Group key={path} gap="lg" wrap="nowrap" align="flex-start">
            <NumberInput
              label={t(label)}
              value={typeof value === 'number' ? toPercent(value) : ''}
              suffix="%"
              step={0.5}
              min={0}
              clampBehavior="none"
              w={280}
              error={issue === undefined ? undefined : issueText(t, format, { path, kind: 'share' }, issue)}
              onChange={(entered) => draft.change(path, typeof entered === 'number' ? toShare(entered) : '')}
            />
            {issue === undefined && (
              <Text size="sm" pt={30} flex={1}>
                {t(sentence, { count, of: format.number(of) })}
              </Text>
            )}
          </Group>
        );
      })}
      <Text size="sm" c="dimmed">
        {t('form.strictnessHint')}
      </Text>
    </Stack>
  );
}

import { Fieldset, SimpleGrid, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { RecipeDraft } from '../form/use-recipe-draft.ts';
import { SettingField } from './SettingField.tsx';
import { settingGroups } from './settings.ts';

/** The whole recipe but its regions. */
export function RecipeFields({ draft }: { draft: RecipeDraft }) {
  const { t } = useTranslation('learn');
  return (
    <Stack gap="md">
      {settingGroups.map(({ group, settings }) => (
        <Fieldset key={group} legend={t(`groups.${group}`)}>
          <SimpleGrid cols={{ base: 1, lg: 2, xl: 3 }} spacing="lg" verticalSpacing="md">
            {settings.map((setting) => (
              <SettingField
                key={setting.path}
                setting={setting}
                value={draft.fields[setting.path]}
                issue={draft.issues[setting.path]}
                onChange={draft.change}
              />
            ))}
          </SimpleGrid>
        </Fieldset>
      ))}
    </Stack>
  );
}

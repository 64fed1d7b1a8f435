import { Stack, Text, Title } from '@mantine/core';
import { modals } from '@mantine/modals';
import i18next from 'i18next';
import { useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { KeyCaps } from '../components/KeyCaps.tsx';
import { useCommandRegistry } from './commands.ts';
import classes from './ShortcutOverview.module.css';

const modalId = 'shortcuts';

export function openShortcutOverview(): void {
  modals.open({
    modalId,
    title: i18next.t('shortcuts.title'),
    size: 'lg',
    children: <ShortcutOverview />,
    closeButtonProps: { 'aria-label': i18next.t('action.close') },
  });
}

/** Every command that has keys now, by section. */
function ShortcutOverview() {
  const { t } = useTranslation('common');
  const registry = useCommandRegistry();
  const commands = useSyncExternalStore(registry.subscribe, registry.all);
  const sections = Map.groupBy(
    commands.filter(({ keys }) => keys !== undefined),
    ({ section }) => section,
  );
  return (
    <Stack gap="md">
      <Text size="sm" c="dimmed">
        {t('shortcuts.hint')}
      </Text>
      <div className={classes.sections}>
        {[...sections].map(([section, entries]) => (
          <section key={section} className={classes.section}>
            <Title order={3} size="h6">
              {section}
            </Title>
            <dl className={classes.list}>
              {entries.map(({ id, title, keys = '' }) => (
                <div key={id} className={classes.row}>
                  <dt>{title}</dt>
                  <dd>
                    <KeyCaps keys={keys} />
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Stack>
  );
}

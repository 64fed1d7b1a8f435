import { Spotlight } from '@mantine/spotlight';
import { IconSearch } from '@tabler/icons-react';
import { useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { KeyCaps } from '../components/KeyCaps.tsx';
import { useCommandRegistry } from './commands.ts';

/** Every command that can be given now, found by writing part of its name. */
export function CommandPalette() {
  const { t } = useTranslation('common');
  const registry = useCommandRegistry();
  const commands = useSyncExternalStore(registry.subscribe, registry.all);
  const sections = Map.groupBy(
    commands.filter(({ enabled, id }) => enabled !== false && id !== 'help.palette'),
    ({ section }) => section,
  );
  return (
    <Spotlight
      // Opened by a command, as everything else with a key.
      shortcut={null}
      scrollable
      maxHeight={420}
      highlightQuery
      nothingFound={t('palette.nothing')}
      attributes={{ content: { 'aria-label': t('palette.title') } }}
      searchProps={{
        leftSection: <IconSearch aria-hidden size={18} />,
        placeholder: t('palette.search'),
        'aria-label': t('palette.search'),
      }}
      actions={[...sections].map(([group, entries]) => ({
        group,
        actions: entries.map(({ id, title, keys, run }) => ({
          id,
          label: title,
          onClick: run,
          rightSection: keys === undefined ? undefined : <KeyCaps keys={keys} />,
        })),
      }))}
    />
  );
}

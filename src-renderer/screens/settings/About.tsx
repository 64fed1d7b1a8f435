import { ScrollArea, Table, Text, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useEngine } from '../../app/engine.ts';
import { LoadingLines } from '../../components/Loading.tsx';
import { Problem } from '../../components/Problem.tsx';
import { SettingsSection } from './Setting.tsx';
import classes from './About.module.css';

/** Version, and the software that it is built from with its licences. */
export function About() {
  const { t } = useTranslation('settings');
  const { orpc } = useEngine();
  const about = useQuery(orpc.host.about.queryOptions({ staleTime: Infinity }));
  const [search, setSearch] = useState('');
  if (about.isPending) return <LoadingLines />;
  if (about.isError) return <Problem error={about.error} retry={() => void about.refetch()} />;
  const { version, components } = about.data;
  const wanted = search.trim().toLowerCase();
  const found = components.filter(
    ({ name, licence }) => name.toLowerCase().includes(wanted) || licence.toLowerCase().includes(wanted),
  );
  return (
    <SettingsSection title={t('about.title')}>
      <div className={classes.about} data-selectable>
        <Text fw={600}>Sparsight</Text>
        <Text className="tabular">{t('about.version', { version })}</Text>
        <Text c="dimmed" size="xs">
          {t('about.text')}
        </Text>
      </div>
      <div className={classes.components}>
        <TextInput
          aria-label={t('about.search')}
          placeholder={t('about.search')}
          leftSection={<IconSearch aria-hidden size={15} />}
          value={search}
          onChange={(event) => setSearch(event.currentTarget.value)}
        />
        {found.length === 0 ? (
          <Text c="dimmed" p="md">
            {t('about.none')}
          </Text>
        ) : (
          <ScrollArea.Autosize
            mah={320}
            viewportProps={{ tabIndex: 0, role: 'region', 'aria-label': t('about.components') }}
          >
            <Table stickyHeader className="tabular" fz="xs" data-selectable>
              <Table.Thead>
                <Table.Tr>
                  <Table.Th>{t('about.name')}</Table.Th>
                  <Table.Th>{t('about.componentVersion')}</Table.Th>
                  <Table.Th>{t('about.licence')}</Table.Th>
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {found.map((component) => (
                  <Table.Tr key={`${component.name} ${component.version}`}>
                    <Table.Td>{component.name}</Table.Td>
                    <Table.Td>{component.version}</Table.Td>
                    <Table.Td>{component.licence}</Table.Td>
                  </Table.Tr>
                ))}
              </Table.Tbody>
            </Table>
          </ScrollArea.Autosize>
        )}
      </div>
    </SettingsSection>
  );
}

import { Code, Stack, Table } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ModelDetail, ModelSummary } from '../../../../src-shared/contract/models.ts';
import { Facts } from '../../../components/Facts.tsx';
import { useFormat } from '../../../i18n/format.ts';
import { modelName } from './model-name.ts';

/** Where a model comes from: enough to learn the same one again. */
export function Origin({ model, models }: { model: ModelDetail; models: readonly ModelSummary[] }) {
  const { t } = useTranslation('learn');
  const format = useFormat();
  const parent = models.find(({ id }) => id === model.parentId);
  return (
    <Stack gap="lg" maw={720}>
      <Facts
        facts={[
          [t('model.figures.createdAt'), format.date(model.createdAt)],
          [t('model.figures.parent'), parent === undefined ? t('model.none') : modelName(t, parent)],
          [t('model.figures.trainPatches'), format.number(model.trainPatches)],
          [t('model.figures.seed'), format.number(model.seed)],
          [t('model.figures.hash'), <Code key="hash">{model.hash}</Code>],
        ]}
      />
      <Table data-selectable>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('model.component')}</Table.Th>
            <Table.Th>{t('model.version')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {Object.entries(model.versions).map(([component, version]) => (
            <Table.Tr key={component}>
              <Table.Td>{component}</Table.Td>
              <Table.Td className="tabular">{version}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Stack>
  );
}

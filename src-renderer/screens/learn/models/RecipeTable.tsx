import { Table } from '@mantine/core';
import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import type { Recipe } from '../../../../src-shared/domain/recipe.ts';
import { useFormat } from '../../../i18n/format.ts';
import { fieldsOf } from '../recipe/fields.ts';
import { settingGroups } from '../recipe/settings.ts';
import { valueText } from '../recipe/value-text.ts';

/** The recipe that a model was learnt with. */
export function RecipeTable({ recipe }: { recipe: Recipe }) {
  const { t } = useTranslation('learn');
  const format = useFormat();
  const fields = fieldsOf(recipe);
  return (
    <Table withRowBorders={false} maw={720} data-selectable>
      <Table.Tbody>
        <Table.Tr>
          <Table.Td w="50%">{t('compare.regions')}</Table.Td>
          <Table.Td>
            {t('compare.regionsValue', {
              inspect: recipe.regions.inspect.length,
              ignore: recipe.regions.ignore.length,
            })}
          </Table.Td>
        </Table.Tr>
        {settingGroups.map(({ group, settings }) => (
          <Fragment key={group}>
            <Table.Tr>
              <Table.Th colSpan={2} pt="md">
                {t(`groups.${group}`)}
              </Table.Th>
            </Table.Tr>
            {settings.map(({ path }) => (
              <Table.Tr key={path}>
                <Table.Td>{t(`settings.${path}.label`)}</Table.Td>
                <Table.Td className="tabular">{valueText(t, format, path, fields[path])}</Table.Td>
              </Table.Tr>
            ))}
          </Fragment>
        ))}
      </Table.Tbody>
    </Table>
  );
}

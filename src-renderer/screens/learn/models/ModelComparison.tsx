import { Button, Group, Select, Stack, Switch, Table, Text, Title, VisuallyHidden } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ModelSummary } from '../../../../src-shared/contract/models.ts';
import { useFormat } from '../../../i18n/format.ts';
import { fieldsOf } from '../recipe/fields.ts';
import { valueText } from '../recipe/value-text.ts';
import { compareModels, figureOf } from './compare.ts';
import type { ComparedFigure } from './compare.ts';
import classes from './ModelComparison.module.css';
import { modelName } from './model-name.ts';

interface ModelComparisonProps {
  models: readonly ModelSummary[];
  one: ModelSummary;
  other: ModelSummary;
  onChoose: (one: ModelSummary, other: ModelSummary) => void;
  onBack: () => void;
}

/** Two models side by side: figures and recipe, with what differs marked. */
export function ModelComparison({ models, one, other, onChoose, onBack }: ModelComparisonProps) {
  const { t } = useTranslation('learn');
  const format = useFormat();
  const [onlyDifferences, setOnlyDifferences] = useState(false);
  const { figures, settings, regionsDiffer } = compareModels(one, other);
  const [fields, otherFields] = [fieldsOf(one.recipe), fieldsOf(other.recipe)];
  const isShown = ({ differs }: { differs: boolean }) => differs || !onlyDifferences;
  const isSame = !regionsDiffer && ![...figures, ...settings].some(({ differs }) => differs);

  const figureText = (model: ModelSummary, figure: ComparedFigure): string => {
    const value = figureOf(model, figure);
    if (typeof value === 'string') return format.date(value);
    if (figure === 'trainSeconds') return format.duration(value);
    return figure === 'review' || figure === 'reject' ? format.fixed(value, 2) : format.number(value);
  };
  const regionsText = ({ recipe: { regions } }: ModelSummary) =>
    t('compare.regionsValue', { inspect: regions.inspect.length, ignore: regions.ignore.length });
  const choice = (label: string, chosen: ModelSummary, choose: (model: ModelSummary) => void) => (
    <Select
      label={label}
      data={models.map((model) => ({ value: String(model.id), label: modelName(t, model) }))}
      value={String(chosen.id)}
      onChange={(id) => {
        const model = models.find((candidate) => String(candidate.id) === id);
        if (model !== undefined) choose(model);
      }}
    />
  );
  return (
    <Stack gap="md">
      <Group justify="space-between">
        <Title order={2} size="h4">
          {t('compare.title')}
        </Title>
        <Button variant="default" leftSection={<IconArrowLeft size={18} aria-hidden />} onClick={onBack}>
          {t('compare.back')}
        </Button>
      </Group>
      <Group align="flex-end">
        {choice(t('compare.left'), one, (model) => onChoose(model, other))}
        {choice(t('compare.right'), other, (model) => onChoose(one, model))}
        <Switch
          label={t('compare.onlyDifferences')}
          checked={onlyDifferences}
          onChange={(event) => setOnlyDifferences(event.currentTarget.checked)}
          pb="xs"
        />
      </Group>
      {isSame && <Text c="dimmed">{t('compare.same')}</Text>}
      <Table className="tabular" data-selectable layout="fixed" maw={960}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('compare.fact')}</Table.Th>
            <Table.Th>{modelName(t, one)}</Table.Th>
            <Table.Th>{modelName(t, other)}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          <GroupHead>{t('compare.figures')}</GroupHead>
          {figures.filter(isShown).map(({ figure, differs }) => (
            <Row
              key={figure}
              name={t(`model.figures.${figure}`)}
              values={[figureText(one, figure), figureText(other, figure)]}
              differs={differs}
            />
          ))}
          <GroupHead>{t('compare.recipe')}</GroupHead>
          {isShown({ differs: regionsDiffer }) && (
            <Row
              name={t('compare.regions')}
              values={[regionsText(one), regionsText(other)]}
              differs={regionsDiffer}
            />
          )}
          {settings.filter(isShown).map(({ path, differs }) => (
            <Row
              key={path}
              name={t(`settings.${path}.label`)}
              values={[
                valueText(t, format, path, fields[path]),
                valueText(t, format, path, otherFields[path]),
              ]}
              differs={differs}
            />
          ))}
        </Table.Tbody>
      </Table>
    </Stack>
  );
}

function GroupHead({ children }: { children: ReactNode }) {
  return (
    <Table.Tr>
      <Table.Th colSpan={3} pt="md">
        {children}
      </Table.Th>
    </Table.Tr>
  );
}

function Row({ name, values, differs }: { name: string; values: [string, string]; differs: boolean }) {
  const { t } = useTranslation('learn');
  return (
    <Table.Tr className={classes.row} data-differs={differs || undefined}>
      <Table.Td>
        {name}
        {differs && <VisuallyHidden> ({t('compare.differs')})</VisuallyHidden>}
      </Table.Td>
      <Table.Td>{values[0]}</Table.Td>
      <Table.Td>{values[1]}</Table.Td>
    </Table.Tr>
  );
}

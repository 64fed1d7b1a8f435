import { ActionIcon, Group, Title } from '@mantine/core';
import { IconChartBar, IconTable } from '@tabler/icons-react';
import { useId, useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './ChartCard.module.css';
import { ChartTable } from './ChartTable.tsx';
import type { ChartTableProps } from './ChartTable.tsx';
import { Explained } from './Explained.tsx';

export interface ChartCardProps {
  title: string;
  /** What the chart shows, in one plain sentence. */
  explanation: string;
  /** A figure or two beside the title. */
  figures?: ReactNode;
  /** The same as numbers, for those who cannot see or point at the chart. */
  table?: ChartTableProps;
  children: ReactNode;
  className?: string | undefined;
}

/** A chart with its title and explanation, which can be read as a table instead. */
export function ChartCard({ title, explanation, figures, table, children, className }: ChartCardProps) {
  const { t } = useTranslation('evaluate');
  const titleId = useId();
  const [asTable, setAsTable] = useState(false);
  const shown = asTable && table !== undefined;
  return (
    <section className={`${classes.card ?? ''} ${className ?? ''}`} aria-labelledby={titleId}>
      <header className={classes.head}>
        <Group gap={4} wrap="nowrap" className={classes.titles}>
          <Title order={2} fz="md" id={titleId}>
            {title}
          </Title>
          <Explained title={title} text={explanation} />
        </Group>
        <Group gap="xs" wrap="nowrap">
          {figures}
          {table !== undefined && (
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={shown ? t('charts.showChart', { title }) : t('charts.showTable', { title })}
              onClick={() => setAsTable(!asTable)}
            >
              {shown ? <IconChartBar aria-hidden size={17} /> : <IconTable aria-hidden size={17} />}
            </ActionIcon>
          )}
        </Group>
      </header>
      {shown ? <ChartTable {...table} /> : children}
    </section>
  );
}

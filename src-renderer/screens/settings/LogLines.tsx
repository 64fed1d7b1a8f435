import { ScrollArea, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useEngine } from '../../app/engine.ts';
import { LoadingLines } from '../../components/Loading.tsx';
import { Problem } from '../../components/Problem.tsx';
import classes from './LogLines.module.css';

export function LogLines() {
  const { t } = useTranslation('settings');
  const { orpc } = useEngine();
  const log = useQuery(orpc.host.log.queryOptions({ staleTime: 0 }));
  if (log.isPending) return <LoadingLines lines={8} />;
  if (log.isError) return <Problem error={log.error} retry={() => void log.refetch()} />;
  if (log.data.lines.length === 0) return <Text c="dimmed">{t('machine.logEmpty')}</Text>;
  return (
    <ScrollArea.Autosize mah={480}>
      <pre className={classes.lines} tabIndex={0} aria-label={t('machine.logTitle')} role="region">
        {log.data.lines.join('\n')}
      </pre>
    </ScrollArea.Autosize>
  );
}

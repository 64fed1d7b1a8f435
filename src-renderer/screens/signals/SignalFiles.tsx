import { Button, Group, Select, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { SignalFile } from '../../../src-shared/contract/signals.ts';
import { useNavigation } from '../../app/navigation.ts';
import { Problem } from '../../components/Problem.tsx';
import { RowList } from '../../components/RowList.tsx';
import { useFormat } from '../../i18n/format.ts';
import { AddSignals } from './AddSignals.tsx';
import { FileProblems } from './FileProblems.tsx';
import { changeSession, clearPaths, useSignalsSession } from './signals-session.ts';
import type { SignalRole } from './signals-session.ts';
import classes from './SignalsScreen.module.css';
import { WorkProgress } from './WorkProgress.tsx';
import { useSignalChoice, useSignalFiles } from './use-signal-files.ts';

/** The files that were chosen, what was found in them, and the column that is looked into. */
export function SignalFiles() {
  const { t } = useTranslation('signals');
  const { columns, column } = useSignalChoice();
  return (
    <aside className={classes.files} aria-label={t('files.title')}>
      <Select
        label={t('column')}
        description={t('columnHint')}
        data={columns}
        value={column}
        disabled={columns.length === 0}
        searchable={columns.length > 8}
        onChange={(chosen) => changeSession({ column: chosen, asked: null })}
      />
      <RoleFiles role="inspected" />
      <RoleFiles role="good" />
    </aside>
  );
}

function RoleFiles({ role }: { role: SignalRole }) {
  const { t } = useTranslation('signals');
  const { paths, asked } = useSignalsSession();
  const { replace } = useNavigation();
  const { file } = useSignalChoice();
  const { data, error, refetch, isLoading } = useSignalFiles(role);
  const titleId = `signals-${role}`;
  return (
    <section className={classes.role} aria-labelledby={titleId}>
      <Group justify="space-between" wrap="nowrap" gap="xs">
        <Title order={2} fz="sm" id={titleId}>
          {t(`roles.${role}`)}
          {data !== undefined && ` (${data.files.length})`}
        </Title>
        {paths[role].length > 0 && !isLoading && (
          <Button
            size="compact-xs"
            variant="subtle"
            aria-label={t('files.clearRole', { role: t(`roles.${role}`) })}
            onClick={() => clearPaths(role)}
          >
            {t('files.clear')}
          </Button>
        )}
      </Group>
      {isLoading && (
        <WorkProgress work={`read ${role}`} name={t('files.reading')} onCancel={() => clearPaths(role)} />
      )}
      {error !== null && <Problem error={error} retry={() => void refetch()} />}
      {data === undefined && !isLoading && error === null && (
        <Text size="xs" c="dimmed">
          {t(`none.${role}`)}
        </Text>
      )}
      {data !== undefined && data.files.length > 0 && (
        <RowList
          className={classes.list}
          label={t(`roles.${role}`)}
          rows={data.files}
          rowHeight={44}
          keyOf={({ path }) => path}
          chosen={file?.path ?? null}
          onChoose={({ path }) => {
            changeSession({ shown: path });
            // Only what was inspected can be seen on the other side.
            if (role === 'good' || asked === null) replace('signals', { view: 'trend' });
          }}
          render={(each) => <FileRow file={each} />}
        />
      )}
      {data !== undefined && <FileProblems files={data.files} problems={data.problems} />}
      <Group gap="xs">
        <AddSignals role={role} />
      </Group>
    </section>
  );
}

function FileRow({ file: { name, rows, columns, time } }: { file: SignalFile }) {
  const { t } = useTranslation('signals');
  const format = useFormat();
  const facts = [
    t('files.samples', { count: rows, formatted: format.number(rows) }),
    t('files.columns', { count: columns.length }),
    ...(time === null
      ? []
      : [t('files.span', { span: format.number(rows * time.interval, 2), unit: time.unit ?? '' })]),
  ];
  return (
    <span className={classes.file}>
      <span className={classes.name} title={name}>
        {name}
      </span>
      <span className={classes.facts}>{facts.join(' · ')}</span>
    </span>
  );
}

import { Anchor, Modal, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { SignalFile } from '../../../src-shared/contract/signals.ts';
import type { ErrorDetails } from '../../../src-shared/errors/sparsight-error.ts';
import { wordError } from '../../../src-shared/errors/word-error.ts';
import { baseName } from '../../app/base-name.ts';
import classes from './SignalsScreen.module.css';

export interface FileProblemsProps {
  files?: readonly SignalFile[];
  problems: readonly ErrorDetails[];
}

/** What is wrong with which file and column, in plain words, behind one line that says how much. */
export function FileProblems({ files = [], problems }: FileProblemsProps) {
  const { t, i18n } = useTranslation(['signals', 'common']);
  const [opened, { open, close }] = useDisclosure();
  const all = [
    ...problems,
    ...files.flatMap(({ path, columns }) =>
      columns.flatMap(({ problem }) =>
        problem === null ? [] : [{ ...problem, path: problem.path ?? path }],
      ),
    ),
  ].map((problem) => wordError(i18n.language, problem));
  if (all.length === 0) return null;
  return (
    <>
      <Anchor component="button" type="button" size="xs" className={classes.problems} onClick={open}>
        <IconAlertTriangle aria-hidden size={14} />
        {t('files.problems', { count: all.length })}
      </Anchor>
      <Modal
        opened={opened}
        onClose={close}
        title={t('files.problemsTitle')}
        size="lg"
        closeButtonProps={{ 'aria-label': t('common:action.close') }}
      >
        <Stack gap="md" component="ul" className={classes.problemList}>
          {all.slice(0, mostShown).map(({ path, message, next }, i) => (
            <li key={i}>
              {path !== undefined && (
                <Text size="xs" c="dimmed" title={path}>
                  {baseName(path)}
                </Text>
              )}
              <Text size="sm" fw={600}>
                {message}
              </Text>
              <Text size="sm">{next}</Text>
            </li>
          ))}
        </Stack>
        {all.length > mostShown && (
          <Text size="sm" mt="md">
            {t('files.moreProblems', { count: all.length - mostShown })}
          </Text>
        )}
      </Modal>
    </>
  );
}

/** More are of the same kind, and nobody reads them. */
const mostShown = 100;

import { Code, Popover, ScrollArea, Stack, Text, UnstyledButton } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { JobWarning } from '../../src-shared/contract/job.ts';
import { wordError } from '../../src-shared/errors/word-error.ts';
import classes from './WarningList.module.css';

/** More are counted, not shown. */
const shown = 200;

/** What went wrong for single files, behind a button with their number. */
export function WarningList({ warnings }: { warnings: readonly JobWarning[] }) {
  const { t, i18n } = useTranslation('common');
  const worded = warnings.slice(-shown).map((warning) => wordError(i18n.language, warning));
  return (
    <Popover width={420} position="top" shadow="md" withArrow trapFocus returnFocus>
      <Popover.Target>
        <UnstyledButton className={classes.button}>
          <IconAlertTriangle aria-hidden size={14} />
          {t('job.warnings', { count: warnings.length })}
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown aria-label={t('job.warningsTitle')}>
        <ScrollArea.Autosize mah={320} tabIndex={0}>
          <Stack gap="sm" data-selectable>
            {worded.map((warning, index) => (
              <div key={index}>
                <Text size="sm" fw={550}>
                  {warning.message}
                </Text>
                <Text size="xs" c="dimmed">
                  {warning.next}
                </Text>
                {warning.path !== undefined && <Code>{warning.path}</Code>}
              </div>
            ))}
          </Stack>
        </ScrollArea.Autosize>
      </Popover.Dropdown>
    </Popover>
  );
}

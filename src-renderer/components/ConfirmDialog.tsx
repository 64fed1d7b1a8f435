import { Button, Group, Stack, Text } from '@mantine/core';
import { modals } from '@mantine/modals';
import i18next from 'i18next';
import type { ReactNode } from 'react';

export interface ConfirmOptions {
  title: string;
  text: ReactNode;
  /** What the button says: a verb, not "OK". */
  confirm: string;
  /** For what cannot be undone. */
  danger?: boolean;
}

/** Asks before something that cannot easily be taken back. */
export function confirmDialog({ title, text, confirm, danger = false }: ConfirmOptions): Promise<boolean> {
  const { promise, resolve } = Promise.withResolvers<boolean>();
  const id = modals.open({
    title,
    onClose: () => resolve(false),
    children: (
      <Stack gap="lg">
        <Text size="sm" component="div">
          {text}
        </Text>
        <Group justify="flex-end">
          <Button variant="default" onClick={() => modals.close(id)} data-autofocus={danger || undefined}>
            {i18next.t('action.cancel')}
          </Button>
          <Button
            {...(danger ? { color: 'red' } : {})}
            data-autofocus={danger ? undefined : true}
            onClick={() => {
              resolve(true);
              modals.close(id);
            }}
          >
            {confirm}
          </Button>
        </Group>
      </Stack>
    ),
    closeButtonProps: { 'aria-label': i18next.t('action.close') },
  });
  return promise;
}

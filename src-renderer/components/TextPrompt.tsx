import { Button, Group, Stack, TextInput } from '@mantine/core';
import { modals } from '@mantine/modals';
import i18next from 'i18next';
import { useState } from 'react';

export interface TextPromptOptions {
  title: string;
  label: string;
  description?: string;
  value?: string;
  confirm: string;
  /** Whether nothing is an answer, too. */
  allowEmpty?: boolean;
  maxLength?: number;
}

/** Asks for a short text; null when the person gives up. */
export function textPrompt(options: TextPromptOptions): Promise<string | null> {
  const { promise, resolve } = Promise.withResolvers<string | null>();
  const id = modals.open({
    title: options.title,
    onClose: () => resolve(null),
    children: (
      <TextPromptForm
        {...options}
        onCancel={() => modals.close(id)}
        onConfirm={(text) => {
          resolve(text);
          modals.close(id);
        }}
      />
    ),
    closeButtonProps: { 'aria-label': i18next.t('action.close') },
  });
  return promise;
}

interface FormProps extends TextPromptOptions {
  onCancel: () => void;
  onConfirm: (text: string) => void;
}

function TextPromptForm(props: FormProps) {
  const {
    label,
    description,
    value = '',
    confirm,
    allowEmpty = false,
    maxLength = 200,
    onCancel,
    onConfirm,
  } = props;
  const [text, setText] = useState(value);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        onConfirm(text.trim());
      }}
    >
      <Stack gap="lg">
        <TextInput
          label={label}
          description={description}
          value={text}
          maxLength={maxLength}
          data-autofocus
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <Group justify="flex-end">
          <Button variant="default" onClick={onCancel}>
            {i18next.t('action.cancel')}
          </Button>
          <Button type="submit" disabled={!allowEmpty && text.trim() === ''}>
            {confirm}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

import { ActionIcon, Button, Group, Input, Text } from '@mantine/core';
import { IconPhoto, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { notifyError } from '../app/errors.ts';
import { useShell } from '../app/shell.ts';

export interface LogoFieldProps {
  /** Empty for no logo. */
  path: string;
  onChange: (path: string) => void;
}

/** The picture on the cover. */
export function LogoField({ path, onChange }: LogoFieldProps) {
  const { t } = useTranslation('reports');
  const shell = useShell();
  const choose = async () => {
    try {
      const chosen = await shell.chooseFile({
        extensions: ['png', 'jpg', 'jpeg'],
        label: t('fields.logoFiles'),
      });
      if (chosen !== null) onChange(chosen);
    } catch (error) {
      notifyError(error);
    }
  };
  return (
    <Input.Wrapper label={t('fields.logo')} labelElement="div">
      <Group gap="xs" wrap="nowrap">
        <Button
          variant="default"
          size="xs"
          leftSection={<IconPhoto aria-hidden size={15} />}
          style={{ flex: 'none' }}
          onClick={() => void choose()}
        >
          {t('fields.chooseLogo')}
        </Button>
        <Text size="sm" {...(path === '' ? { c: 'dimmed' } : {})} truncate="start" title={path}>
          {path === '' ? t('fields.noLogo') : path}
        </Text>
        {path !== '' && (
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={t('fields.removeLogo')}
            onClick={() => onChange('')}
          >
            <IconX aria-hidden size={15} />
          </ActionIcon>
        )}
      </Group>
    </Input.Wrapper>
  );
}

import { ActionIcon, Button, Group, Menu } from '@mantine/core';
import { IconChevronDown, IconFolderPlus, IconPhotoPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';

interface AddMenuProps {
  onFolders: () => void;
  onImages: () => void;
}

/** A folder is what most people add; single files are in the menu beside it. */
export function AddMenu({ onFolders, onImages }: AddMenuProps) {
  const { t } = useTranslation('images');
  return (
    <Group gap={2} wrap="nowrap">
      <Button leftSection={<IconFolderPlus size={16} />} onClick={onFolders}>
        {t('add.folders')}
      </Button>
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon size={36} aria-label={t('add.menu')}>
            <IconChevronDown size={16} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<IconPhotoPlus size={16} />} onClick={onImages}>
            {t('add.images')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </Group>
  );
}

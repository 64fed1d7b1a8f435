import { ActionIcon, Button, Group, Menu } from '@mantine/core';
import {
  IconArrowsLeftRight,
  IconCheck,
  IconDots,
  IconFileExport,
  IconPencil,
  IconTrash,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { ModelSummary } from '../../../../src-shared/contract/models.ts';
import { modelName } from './model-name.ts';
import { useModelActions } from './use-model-actions.ts';

interface ModelMenuProps {
  model: ModelSummary;
  models: readonly ModelSummary[];
  onCompare: (other: ModelSummary) => void;
}

/** What can be done with a model. */
export function ModelMenu({ model, models, onCompare }: ModelMenuProps) {
  const { t } = useTranslation('learn');
  const actions = useModelActions();
  const others = models.filter(({ id }) => id !== model.id);
  return (
    <Group gap="xs" wrap="nowrap">
      {!model.inUse && (
        <Button leftSection={<IconCheck size={18} aria-hidden />} onClick={() => void actions.use(model)}>
          {t('model.use')}
        </Button>
      )}
      {others.length > 0 && (
        <Menu>
          <Menu.Target>
            <Button variant="default" leftSection={<IconArrowsLeftRight size={18} aria-hidden />}>
              {t('model.compare')}
            </Button>
          </Menu.Target>
          <Menu.Dropdown mah={320} style={{ overflowY: 'auto' }}>
            {others.map((other) => (
              <Menu.Item key={other.id} onClick={() => onCompare(other)}>
                {modelName(t, other)}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      )}
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon
            variant="default"
            size={36}
            aria-label={t('model.actions', { name: modelName(t, model) })}
          >
            <IconDots size={18} aria-hidden />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item
            leftSection={<IconPencil size={16} aria-hidden />}
            onClick={() => void actions.rename(model)}
          >
            {t('model.rename')}
          </Menu.Item>
          <Menu.Item
            leftSection={<IconFileExport size={16} aria-hidden />}
            onClick={() => void actions.exportFile(model)}
          >
            {t('model.export')}
          </Menu.Item>
          <Menu.Divider />
          <Menu.Item
            color="red"
            leftSection={<IconTrash size={16} aria-hidden />}
            onClick={() => void actions.remove(model)}
          >
            {t('model.remove')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </Group>
  );
}

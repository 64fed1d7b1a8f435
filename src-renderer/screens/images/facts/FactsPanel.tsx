import { Button, Group, ScrollArea, Stack, Text, Title } from '@mantine/core';
import { IconFolderOpen, IconTrash } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useEngine } from '../../../app/engine.ts';
import { useShell } from '../../../app/shell.ts';
import { Problem } from '../../../components/Problem.tsx';
import type { Label } from '../label.ts';
import { FactList } from './FactList.tsx';
import styles from './FactsPanel.module.css';
import { LabelChoice } from './LabelChoice.tsx';
import { Preview } from './Preview.tsx';

interface FactsPanelProps {
  /** The image that the keyboard acts on; null in an empty list. */
  imageId: number | null;
  selected: number;
  defectTypes: readonly string[];
  onLabel: (label: Label) => void;
  onNewType: () => void;
  onRemove: () => void;
  readOnly: boolean;
}

/** What is known of the image in focus, and what can be done with the selected ones. */
export function FactsPanel(props: FactsPanelProps) {
  const { imageId, selected, defectTypes, onLabel, onNewType, onRemove, readOnly } = props;
  const { t } = useTranslation('images');
  const { orpc } = useEngine();
  const shell = useShell();
  const { data: image, error } = useQuery(
    orpc.images.get.queryOptions({
      input: { imageId: imageId ?? 0 },
      enabled: imageId !== null,
      placeholderData: (before) => before,
    }),
  );
  if (imageId === null)
    return (
      <Text c="dimmed" size="sm" p="md">
        {t('facts.none')}
      </Text>
    );
  if (error !== null) return <Problem error={error} />;
  if (image === undefined) return null;
  return (
    <ScrollArea h="100%" type="auto" viewportProps={{ tabIndex: 0, 'aria-label': t('facts.title') }}>
      <Stack gap="sm" p="sm">
        <Preview image={image} />
        <Title order={2} size="h5" className={styles.name}>
          {image.name}
        </Title>
        {selected > 1 && (
          <Text size="sm" c="dimmed" aria-live="polite">
            {t('facts.selected', { count: selected })}
          </Text>
        )}
        {!readOnly && (
          <LabelChoice
            label={image.label}
            defectTypes={defectTypes}
            onLabel={onLabel}
            onNewType={onNewType}
          />
        )}
        <FactList image={image} />
        <Group gap="xs">
          <Button
            variant="default"
            size="xs"
            leftSection={<IconFolderOpen size={14} />}
            onClick={() => shell.showInFolder(image.path)}
          >
            {t('facts.show')}
          </Button>
          {!readOnly && (
            <Button variant="default" size="xs" leftSection={<IconTrash size={14} />} onClick={onRemove}>
              {t('facts.remove')}
            </Button>
          )}
        </Group>
      </Stack>
    </ScrollArea>
  );
}

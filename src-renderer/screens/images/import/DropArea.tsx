import { Text, Title } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconFolderDown } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import type { DragEvent, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useShell } from '../../../app/shell.ts';
import styles from './DropArea.module.css';

interface DropAreaProps {
  children: ReactNode;
  enabled: boolean;
  onDrop: (paths: readonly string[]) => void;
  /** Where the window is not told where dropped files are. */
  onUnknown: () => void;
}

/** Takes folders and files that are dropped anywhere on the screen; project files are left to the window. */
export function DropArea({ children, enabled, onDrop, onUnknown }: DropAreaProps) {
  const { t } = useTranslation('images');
  const shell = useShell();
  const [over, setOver] = useState(false);
  const depth = useRef(0);
  const track = (event: DragEvent, change: number) => {
    if (!enabled || !event.dataTransfer.types.includes('Files')) return;
    event.preventDefault();
    depth.current += change;
    setOver(depth.current > 0);
  };
  const drop = (event: DragEvent) => {
    depth.current = 0;
    setOver(false);
    if (!enabled || event.dataTransfer.files.length === 0) return;
    const files = [...event.dataTransfer.files];
    if (files.every(({ name }) => name.endsWith('.sparsight'))) return;
    event.preventDefault();
    event.stopPropagation();
    const paths = shell.pathsOfDrop(event.dataTransfer);
    if (paths.length > 0) onDrop(paths);
    else {
      notifications.show({ message: t('import.notTold') });
      onUnknown();
    }
  };
  return (
    <div
      className={styles.area}
      onDragEnter={(event) => track(event, 1)}
      onDragLeave={(event) => track(event, -1)}
      onDragOver={(event) => track(event, 0)}
      onDrop={drop}
    >
      {children}
      {over && (
        <div className={styles.target}>
          <IconFolderDown size={48} stroke={1.25} aria-hidden />
          <Title order={2} size="h3">
            {t('drop.title')}
          </Title>
          <Text size="sm">{t('drop.text')}</Text>
        </div>
      )}
    </div>
  );
}

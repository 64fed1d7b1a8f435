import { Button, CloseButton, Group, Stack, Text } from '@mantine/core';
import { IconFolder, IconFolderPlus, IconPhoto, IconPhotoPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { notifyError } from '../../../app/errors.ts';
import { useShell } from '../../../app/shell.ts';
import classes from './ChosenPaths.module.css';
import type { SourceKind } from './request.ts';
import { nameOf } from './request.ts';

interface ChosenPathsProps {
  kind: Exclude<SourceKind, 'project'>;
  paths: readonly string[];
  onChange: (paths: readonly string[]) => void;
}

/** Paths that are named one by one. */
const shown = 8;

/** The folders or files that are inspected, and the way to choose them. */
export function ChosenPaths({ kind, paths, onChange }: ChosenPathsProps) {
  const { t } = useTranslation('inspect');
  const shell = useShell();
  const isFiles = kind === 'files';
  const [Icon, AddIcon] = isFiles ? [IconPhoto, IconPhotoPlus] : [IconFolder, IconFolderPlus];

  async function choose(): Promise<void> {
    try {
      const chosen = await (isFiles ? shell.chooseImages() : shell.chooseFolders());
      onChange([...new Set([...paths, ...chosen])]);
    } catch (thrown) {
      notifyError(thrown);
    }
  }

  return (
    <Stack gap="sm" align="flex-start">
      <Group>
        <Button
          variant={paths.length === 0 ? 'filled' : 'default'}
          leftSection={<AddIcon size={18} aria-hidden />}
          onClick={() => void choose()}
        >
          {t(isFiles ? 'form.chooseFiles' : 'form.chooseFolder')}
        </Button>
        {paths.length === 0 && (
          <Text size="sm" c="dimmed">
            {t('form.nothingChosen')}
          </Text>
        )}
        {paths.length > 1 && (
          <Button variant="subtle" onClick={() => onChange([])}>
            {t('form.clear')}
          </Button>
        )}
      </Group>
      {paths.length > 0 && (
        <ul className={classes.paths}>
          {paths.slice(0, shown).map((path) => (
            <li key={path} className={classes.path}>
              <Icon size={18} aria-hidden className={classes.icon} />
              <span className={classes.text} title={path} data-selectable>
                {path}
              </span>
              <CloseButton
                size="sm"
                aria-label={t('form.removePath', { name: nameOf(path) })}
                onClick={() => onChange(paths.filter((one) => one !== path))}
              />
            </li>
          ))}
        </ul>
      )}
      {paths.length > shown && (
        <Text size="sm" c="dimmed">
          {t('form.more', { count: paths.length - shown })}
        </Text>
      )}
    </Stack>
  );
}

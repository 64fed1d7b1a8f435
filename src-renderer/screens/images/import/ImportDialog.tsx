import { Autocomplete, Button, Group, Modal, Radio, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ImportRequest } from '../../../../src-shared/contract/images.ts';
import { importLabel } from './import-label.ts';
import type { LabelSource } from './import-label.ts';

interface ImportDialogProps {
  /** Null while nothing is to be added. */
  paths: readonly string[] | null;
  /** What is likely: a first folder holds good parts. */
  likely: LabelSource;
  defectTypes: readonly string[];
  onCancel: () => void;
  onImport: (request: ImportRequest) => void;
}

/** Asks the one thing that the files do not tell: what the images show. */
export function ImportDialog({ paths, ...rest }: ImportDialogProps) {
  const { t } = useTranslation('images');
  return (
    <Modal
      opened={paths !== null}
      onClose={rest.onCancel}
      title={t('add.title')}
      size="md"
      closeButtonProps={{ 'aria-label': t('import.cancel') }}
    >
      {paths !== null && <ImportForm paths={paths} {...rest} />}
    </Modal>
  );
}

const shownPaths = 3;

function ImportForm({
  paths,
  likely,
  defectTypes,
  onCancel,
  onImport,
}: ImportDialogProps & { paths: readonly string[] }) {
  const { t } = useTranslation('images');
  const [source, setSource] = useState<LabelSource>(likely);
  const [defectType, setDefectType] = useState('');
  const label = importLabel(source, defectType);
  const more = paths.length - shownPaths;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (label !== null) onImport({ paths: [...paths], label });
      }}
    >
      <Stack gap="md">
        <div>
          {paths.slice(0, shownPaths).map((path) => (
            <Text key={path} size="sm" style={{ overflowWrap: 'anywhere' }}>
              {path}
            </Text>
          ))}
          {more > 0 && (
            <Text size="sm" c="dimmed">
              {t('import.more', { count: more })}
            </Text>
          )}
        </div>
        <Radio.Group label={t('import.question')} value={source} onChange={(value) => setSource(value)}>
          <Stack gap="sm" mt="sm">
            <Radio value="good" data-autofocus label={t('import.good')} description={t('import.goodHint')} />
            <Radio value="by-folder" label={t('import.byFolder')} description={t('import.byFolderHint')} />
            <Radio value="none" label={t('import.none')} description={t('import.noneHint')} />
            <Radio value="defect" label={t('import.defect')} description={t('import.defectHint')} />
          </Stack>
        </Radio.Group>
        {source === 'defect' && (
          <Autocomplete
            label={t('import.defectType')}
            placeholder={t('import.defectTypeHint')}
            data={[...defectTypes]}
            maxLength={100}
            value={defectType}
            onChange={setDefectType}
          />
        )}
        <Group justify="flex-end">
          <Button variant="default" onClick={onCancel}>
            {t('import.cancel')}
          </Button>
          <Button type="submit" disabled={label === null}>
            {t('import.start')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

import { Button, Group, Select } from '@mantine/core';
import { IconFileSearch } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { baseName } from '../../app/base-name.ts';
import { useDroppedPaths } from '../../app/drop.ts';
import { useEngine } from '../../app/engine.ts';
import { notifyError } from '../../app/errors.ts';
import { useProject } from '../../app/project.ts';
import { useShell } from '../../app/shell.ts';
import type { PictureChoice } from './experiment-choice.ts';

/** As many as a list of names is good for. */
const mostImages = 1000;
const madeUp = 'made-up';
const ownFile = 'file';

export interface ImageChoiceProps {
  picture: PictureChoice;
  onChange: (picture: PictureChoice) => void;
}

/** What an experiment is run on: a made-up picture, an image of the project, or any image file. */
export function ImageChoice({ picture: { imageId, imagePath }, onChange }: ImageChoiceProps) {
  const { t } = useTranslation('laboratory');
  const { orpc } = useEngine();
  const { summary } = useProject();
  const shell = useShell();
  const hasImages = summary !== null && summary.images > 0;
  const { data } = useQuery(
    orpc.images.list.queryOptions({ input: { limit: mostImages }, enabled: hasImages }),
  );
  const usable = (data?.rows ?? []).filter(({ state }) => state === 'ok');
  const take = ([path]: readonly string[]) => {
    if (path !== undefined) onChange({ imagePath: path });
  };
  useDroppedPaths(take, { withoutProject: true });
  const value = imagePath !== undefined ? ownFile : imageId === undefined ? madeUp : String(imageId);
  return (
    <Group gap={6} align="flex-end" wrap="nowrap">
      <Select
        label={t('picture')}
        w={220}
        searchable
        allowDeselect={false}
        limit={100}
        data={[
          { value: madeUp, label: t('madeUp') },
          ...(imagePath === undefined ? [] : [{ value: ownFile, label: baseName(imagePath) }]),
          ...usable.map(({ id, name }) => ({ value: String(id), label: name })),
        ]}
        value={value}
        onChange={(chosen) => {
          if (chosen === null || chosen === ownFile) return;
          onChange(chosen === madeUp ? {} : { imageId: Number(chosen) });
        }}
      />
      <Button
        variant="default"
        leftSection={<IconFileSearch aria-hidden size={16} />}
        onClick={() => {
          shell.chooseImages().then(take, notifyError);
        }}
      >
        {t('chooseFile')}
      </Button>
    </Group>
  );
}

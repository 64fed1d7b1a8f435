import { Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useEngine } from '../../app/engine.ts';
import { useProject } from '../../app/project.ts';

/** As many as a list of names is good for. */
const mostImages = 1000;
const madeUp = 'made-up';

export interface ImageChoiceProps {
  /** A made-up picture when undefined. */
  imageId: number | undefined;
  onChange: (imageId: number | undefined) => void;
}

/** What an experiment is run on: a made-up picture, or an image of the project. */
export function ImageChoice({ imageId, onChange }: ImageChoiceProps) {
  const { t } = useTranslation('laboratory');
  const { orpc } = useEngine();
  const { summary } = useProject();
  const hasImages = summary !== null && summary.images > 0;
  const { data } = useQuery(
    orpc.images.list.queryOptions({ input: { limit: mostImages }, enabled: hasImages }),
  );
  if (!hasImages) return null;
  const usable = (data?.rows ?? []).filter(({ state }) => state === 'ok');
  return (
    <Select
      label={t('picture')}
      w={220}
      searchable
      limit={100}
      data={[
        { value: madeUp, label: t('madeUp') },
        ...usable.map(({ id, name }) => ({ value: String(id), label: name })),
      ]}
      value={imageId === undefined ? madeUp : String(imageId)}
      onChange={(value) => onChange(value === null || value === madeUp ? undefined : Number(value))}
    />
  );
}

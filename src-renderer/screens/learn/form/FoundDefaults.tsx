import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Facts } from '../../../components/Facts.tsx';
import { valueText } from '../recipe/value-text.ts';
import type { RecipeFields } from '../recipe/fields.ts';
import { useFormat } from '../../../i18n/format.ts';

interface Size {
  width: number;
  height: number;
}

interface FoundDefaultsProps {
  imageSize: Size | null;
  workingSize: Size | null;
  fields: RecipeFields;
}

/** What was found out about the good images, and what follows from it, in words of the part. */
export function FoundDefaults({ imageSize, workingSize, fields }: FoundDefaultsProps) {
  const { t } = useTranslation('learn');
  const format = useFormat();
  if (imageSize === null) return <Text c="dimmed">{t('form.noFacts')}</Text>;
  const size = ({ width, height }: Size) =>
    t('form.sizeValue', { width: format.number(width), height: format.number(height) });
  const reduction = workingSize === null ? 1 : imageSize.width / workingSize.width;
  const smallest = Number(fields['patch.size']) * reduction;
  const largest = smallest * 2 ** (Number(fields['patch.scales']) - 1);
  const detail = (side: number) => t('form.detailValue', { size: format.number(side) });
  return (
    <Facts
      facts={[
        [t('form.imageSize'), size(imageSize)],
        [t('form.workingSize'), size(workingSize ?? imageSize)],
        [t('form.smallestDetail'), detail(smallest)],
        [t('form.largestDetail'), detail(largest)],
        [t('form.lighting'), valueText(t, format, 'lighting', fields.lighting)],
        [t('form.colour'), valueText(t, format, 'channels', fields.channels)],
        [t('form.alignment'), valueText(t, format, 'alignment', fields.alignment)],
      ]}
    />
  );
}

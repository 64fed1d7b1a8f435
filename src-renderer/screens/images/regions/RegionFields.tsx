import { NumberInput, SimpleGrid, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Shape } from '../../../../src-shared/domain/recipe.ts';
import type { Region, RegionUse } from './region-edits.ts';
import { boxOf, fittedTo } from './shape-geometry.ts';
import { UseChoice } from './UseChoice.tsx';

interface RegionFieldsProps {
  region: Region;
  readOnly: boolean;
  onUse: (use: RegionUse) => void;
  onReshape: (shape: Shape) => void;
}

const fields = ['x', 'y', 'width', 'height'] as const;

/** The selected region in numbers, in pixels of the part. */
export function RegionFields({ region, readOnly, onUse, onReshape }: RegionFieldsProps) {
  const { t } = useTranslation('images');
  const { shape } = region;
  const box = boxOf(shape);
  return (
    <Stack gap="sm">
      <UseChoice label={t('regions.useOf')} value={region.use} disabled={readOnly} onChange={onUse} />
      <SimpleGrid cols={2} spacing="sm" verticalSpacing="xs">
        {fields.map((field) => (
          <NumberInput
            key={field}
            size="xs"
            label={t(`regions.field.${field}`)}
            suffix=" px"
            allowDecimal={false}
            readOnly={readOnly}
            {...((field === 'width' || field === 'height') && { min: 1 })}
            value={Math.round(box[field])}
            onChange={(value) => {
              if (typeof value === 'number' && value !== Math.round(box[field]))
                onReshape(fittedTo(shape, { ...box, [field]: value }));
            }}
          />
        ))}
        {shape.kind === 'stroke' && (
          <NumberInput
            size="xs"
            label={t('regions.field.stroke')}
            suffix=" px"
            min={1}
            allowDecimal={false}
            readOnly={readOnly}
            value={Math.round(shape.width)}
            onChange={(value) => {
              if (typeof value === 'number' && value > 0 && value !== shape.width)
                onReshape({ ...shape, width: value });
            }}
          />
        )}
      </SimpleGrid>
    </Stack>
  );
}

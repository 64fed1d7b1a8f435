import { NumberInput, SimpleGrid, Stack } from '@mantine/core';
import type { KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { Shape } from '../../../../src-shared/domain/recipe.ts';
import { CornerFields } from './CornerFields.tsx';
import type { Region, RegionUse } from './region-edits.ts';
import { boxOf, fittedTo } from './shape-geometry.ts';
import { UseChoice } from './UseChoice.tsx';

interface RegionFieldsProps {
  region: Region;
  /** The chosen corner of a polygon; null for the region as a whole. */
  corner: number | null;
  onCorner: (corner: number | null) => void;
  readOnly: boolean;
  onUse: (use: RegionUse) => void;
  onReshape: (change: (shape: Shape) => Shape) => void;
  onKeyDown: (event: KeyboardEvent) => void;
}

const fields = ['x', 'y', 'width', 'height'] as const;

/** The selected region in numbers, in pixels of the part. */
export function RegionFields(props: RegionFieldsProps) {
  const { region, corner, onCorner, readOnly, onUse, onReshape, onKeyDown } = props;
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
                onReshape((newest) => fittedTo(newest, { ...boxOf(newest), [field]: value }));
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
                onReshape((newest) => ({ ...newest, width: value }));
            }}
          />
        )}
      </SimpleGrid>
      {shape.kind === 'polygon' && (
        <CornerFields
          corners={shape.points}
          chosen={corner}
          readOnly={readOnly}
          onChoose={onCorner}
          onReshape={onReshape}
          onKeyDown={onKeyDown}
        />
      )}
    </Stack>
  );
}

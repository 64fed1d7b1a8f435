import { SegmentedControl, Stack, Text } from '@mantine/core';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { RegionUse } from './region-edits.ts';

interface UseChoiceProps {
  label: string;
  value: RegionUse;
  disabled?: boolean;
  onChange: (use: RegionUse) => void;
}

/** Inspect, or ignore. */
export function UseChoice({ label, value, disabled = false, onChange }: UseChoiceProps) {
  const { t } = useTranslation('images');
  const id = useId();
  return (
    <Stack gap={4}>
      <Text id={id} size="xs" c="dimmed">
        {label}
      </Text>
      <SegmentedControl
        size="xs"
        fullWidth
        aria-labelledby={id}
        disabled={disabled}
        value={value}
        onChange={onChange}
        data={[
          { value: 'inspect', label: t('regions.use.inspect') },
          { value: 'ignore', label: t('regions.use.ignore') },
        ]}
      />
    </Stack>
  );
}

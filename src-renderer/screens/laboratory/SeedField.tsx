import { ActionIcon, Group, NumberInput, Tooltip } from '@mantine/core';
import { IconArrowsShuffle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';

const most = 0xffffffff;

/** The seed of everything random, and a way to the next one. */
export function SeedField({ seed, onChange }: { seed: number; onChange: (seed: number) => void }) {
  const { t } = useTranslation('laboratory');
  return (
    <Group gap={6} align="flex-end" wrap="nowrap">
      <Tooltip label={t('seedHint')}>
        <NumberInput
          label={t('seed')}
          w={110}
          min={0}
          max={most}
          allowDecimal={false}
          allowNegative={false}
          clampBehavior="strict"
          value={seed}
          onChange={(value) => {
            if (typeof value === 'number') onChange(value);
          }}
        />
      </Tooltip>
      <Tooltip label={t('again')}>
        <ActionIcon
          variant="default"
          size={34}
          aria-label={t('again')}
          onClick={() => onChange((seed + 1) % most)}
        >
          <IconArrowsShuffle aria-hidden size={17} />
        </ActionIcon>
      </Tooltip>
    </Group>
  );
}

import { Button, Group, Kbd } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { keyOfLabel } from '../gallery/label-keys.ts';
import { LabelMark } from '../gallery/LabelMark.tsx';
import type { Label } from '../label.ts';
import { useLabelName } from '../use-label-name.ts';

interface LabelChoiceProps {
  /** The label of the image in focus. */
  label: Label;
  defectTypes: readonly string[];
  onLabel: (label: Label) => void;
  onNewType: () => void;
}

/** The labels that the selected images can get, with their keys. */
export function LabelChoice({ label, defectTypes, onLabel, onNewType }: LabelChoiceProps) {
  const { t } = useTranslation('images');
  const labelName = useLabelName();
  return (
    <Group gap={6} role="group" aria-label={t('label.title')}>
      {['good', ...defectTypes, null].map((choice) => {
        const key = keyOfLabel(choice, defectTypes);
        return (
          <Button
            key={choice ?? ''}
            size="compact-xs"
            variant={choice === label ? 'light' : 'default'}
            aria-pressed={choice === label}
            leftSection={<LabelMark label={choice} />}
            rightSection={
              key !== null && (
                <Kbd size="xs" aria-hidden>
                  {key}
                </Kbd>
              )
            }
            onClick={() => onLabel(choice)}
          >
            {labelName(choice)}
          </Button>
        );
      })}
      <Button
        size="compact-xs"
        variant="subtle"
        leftSection={<IconPlus size={14} aria-hidden />}
        rightSection={
          <Kbd size="xs" aria-hidden>
            L
          </Kbd>
        }
        onClick={onNewType}
      >
        {t('label.other')}
      </Button>
    </Group>
  );
}

import { NumberInput, Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../i18n/format.ts';
import type { FieldIssue } from './fields.ts';
import { issueText } from './issue-text.ts';
import { toPercent, toShare } from './percent.ts';
import type { Setting, SettingPath } from './settings.ts';
import { choiceLabel } from './value-text.ts';

export interface SettingFieldProps {
  setting: Setting;
  value: string | number;
  issue: FieldIssue | undefined;
  onChange: (path: SettingPath, value: string | number) => void;
}

/** One setting of the recipe: its name, a sentence about it, and what is wrong with it where it stands. */
export function SettingField({ setting, value, issue, onChange }: SettingFieldProps) {
  const { t } = useTranslation('learn');
  const format = useFormat();
  const { path, kind, choices } = setting;
  const about = {
    label: t(`settings.${path}.label`),
    description: t(`settings.${path}.help`),
    error: issue === undefined ? undefined : issueText(t, format, setting, issue),
  };
  if (kind === 'choice') {
    return (
      <Select
        {...about}
        data={(choices ?? []).map((choice) => ({ value: choice, label: choiceLabel(t, path, choice) }))}
        value={String(value)}
        allowDeselect={false}
        onChange={(chosen) => {
          if (chosen !== null) onChange(path, chosen);
        }}
      />
    );
  }
  const isShare = kind === 'share' || kind === 'share-or-auto';
  const change = (entered: number | string) => {
    if (typeof entered !== 'number') onChange(path, kind === 'share-or-auto' ? 'auto' : '');
    else onChange(path, isShare ? toShare(entered) : entered);
  };
  return (
    <NumberInput
      {...about}
      value={typeof value === 'number' ? (isShare ? toPercent(value) : value) : ''}
      {...(kind === 'share-or-auto' ? { placeholder: t('settings.workingScale.auto') } : {})}
      {...(isShare ? { suffix: '%' } : {})}
      step={steps[kind]}
      min={0}
      clampBehavior="none"
      onChange={change}
    />
  );
}

const steps = { whole: 1, number: 0.01, share: 0.5, 'share-or-auto': 5, choice: 1 } as const;

import type { TFunction } from 'i18next';
import type { Format } from '../../../i18n/format.ts';
import type { SettingPath } from './settings.ts';
import { settingGroups } from './settings.ts';

const choiceTexts = {
  channels: {
    auto: 'settings.channels.auto',
    grey: 'settings.channels.grey',
    colour: 'settings.channels.colour',
  },
  lighting: { median: 'settings.lighting.median', none: 'settings.lighting.none' },
  alignment: {
    auto: 'settings.alignment.auto',
    on: 'settings.alignment.on',
    off: 'settings.alignment.off',
  },
  'dictionary.method': {
    'approximate-ksvd': 'settings.dictionary.method.approximate-ksvd',
    ksvd: 'settings.dictionary.method.ksvd',
    online: 'settings.dictionary.method.online',
  },
  'dictionary.initialisation': {
    data: 'settings.dictionary.initialisation.data',
    dct: 'settings.dictionary.initialisation.dct',
  },
} as const;

type ChoiceKey = {
  [Path in keyof typeof choiceTexts]: (typeof choiceTexts)[Path][keyof (typeof choiceTexts)[Path]];
}[keyof typeof choiceTexts];

/** What a choice of a setting is called. */
export function choiceLabel(t: TFunction<'learn'>, path: SettingPath, choice: string): string {
  const texts: Partial<Record<string, Partial<Record<string, ChoiceKey>>>> = choiceTexts;
  const key = texts[path]?.[choice];
  return key === undefined ? choice : t(key);
}

/** The value of a setting, for reading. */
export function valueText(
  t: TFunction<'learn'>,
  format: Format,
  path: SettingPath,
  value: string | number,
): string {
  if (path === 'workingScale' && value === 'auto') return t('settings.workingScale.auto');
  if (typeof value === 'string') return choiceLabel(t, path, value);
  const kind = settingGroups.flatMap(({ settings }) => settings).find((one) => one.path === path)?.kind;
  return kind === 'share' || kind === 'share-or-auto' ? format.percent(value, 2) : format.number(value, 4);
}

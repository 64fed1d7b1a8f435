import i18next from 'i18next';
import type { FormatterModule } from 'i18next';
import { initReactI18next } from 'react-i18next';
import { en } from './en/index.ts';
import { ja } from './ja/index.ts';

export const languages = ['en', 'ja'] as const;
export type Language = (typeof languages)[number];

/** The language of the system, as far as there are texts in it. */
export function systemLanguage(): Language {
  return navigator.language.toLowerCase().startsWith('ja') ? 'ja' : 'en';
}

/** Writes counts in texts like all other numbers of the window: with separators of thousands. */
const formatter: FormatterModule = {
  type: 'formatter',
  init: () => undefined,
  add: () => undefined,
  addCached: () => undefined,
  format: (value: unknown, _format, language) =>
    typeof value === 'number' ? value.toLocaleString(language) : String(value),
};

export async function startTexts(language: Language): Promise<void> {
  await i18next
    .use(initReactI18next)
    .use(formatter)
    .init({
      lng: language,
      fallbackLng: 'en',
      resources: { en, ja },
      defaultNS: 'common',
      // React escapes what it shows.
      interpolation: { escapeValue: false, alwaysFormat: true },
    });
  document.documentElement.lang = language;
}

export async function changeLanguage(language: Language): Promise<void> {
  document.documentElement.lang = language;
  if (i18next.language !== language) await i18next.changeLanguage(language);
}

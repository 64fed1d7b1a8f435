import type { Preferences } from '../hosting/preferences.ts';
import { en } from './locales/en.ts';
import { ja } from './locales/ja.ts';

export type Texts = typeof en;

/** @param systemLocale as the system names it, such as "ja-JP" */
export function textsIn(language: Preferences['language'], systemLocale: string): Texts {
  const japanese = language === 'ja' || (language === 'system' && systemLocale.startsWith('ja'));
  return japanese ? ja : en;
}

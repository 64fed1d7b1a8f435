import { readFileSync, unwatchFile, watchFile } from 'node:fs';
import type * as z from 'zod';
import { settingsSchema } from '../../src-shared/contract/settings.ts';
import { en } from './locales/en.ts';
import { ja } from './locales/ja.ts';

const appearanceSchema = settingsSchema.pick({ language: true, theme: true });

/** What the native side follows of the settings. */
export type Appearance = z.infer<typeof appearanceSchema>;

/** Milliseconds between two looks at the settings. */
const interval = 500;

/** As set in the window; as the system has it when nothing was set. */
export function readAppearance(settingsFile: string): Appearance {
  try {
    return appearanceSchema.parse(JSON.parse(readFileSync(settingsFile, 'utf8')));
  } catch {
    return appearanceSchema.parse({});
  }
}

/** @returns to be called to stop watching */
export function watchAppearance(settingsFile: string, changed: (appearance: Appearance) => void): () => void {
  let last = JSON.stringify(readAppearance(settingsFile));
  const look = () => {
    const appearance = readAppearance(settingsFile);
    const now = JSON.stringify(appearance);
    if (now !== last) changed(appearance);
    last = now;
  };
  watchFile(settingsFile, { interval, persistent: false }, look);
  return () => unwatchFile(settingsFile, look);
}

export type Texts = typeof en;

/** @param systemLocale as the system names it, such as "ja-JP" */
export function textsIn(language: Appearance['language'], systemLocale: string): Texts {
  const japanese = language === 'ja' || (language === 'system' && systemLocale.startsWith('ja'));
  return japanese ? ja : en;
}

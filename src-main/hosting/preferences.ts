import { readFileSync, unwatchFile, watchFile } from 'node:fs';
import * as z from 'zod';
import { settingsSchema } from '../../src-shared/contract/settings.ts';

const preferencesSchema = settingsSchema.pick({ language: true, theme: true, workers: true });
const fileSchema = z.object({ settings: preferencesSchema });

/** What a host of the window follows of the settings, which are the engine's. */
export type Preferences = z.infer<typeof preferencesSchema>;

/** Milliseconds between two looks at the settings. */
const interval = 500;

/** As set in the window; as the system has it when nothing was set. */
export function readPreferences(settingsFile: string): Preferences {
  try {
    return fileSchema.parse(JSON.parse(readFileSync(settingsFile, 'utf8'))).settings;
  } catch {
    return preferencesSchema.parse({});
  }
}

/** @returns to be called to stop watching */
export function watchPreferences(
  settingsFile: string,
  changed: (preferences: Preferences) => void,
): () => void {
  let last = JSON.stringify(readPreferences(settingsFile));
  const look = () => {
    const preferences = readPreferences(settingsFile);
    const now = JSON.stringify(preferences);
    if (now !== last) changed(preferences);
    last = now;
  };
  watchFile(settingsFile, { interval, persistent: false }, look);
  return () => unwatchFile(settingsFile, look);
}

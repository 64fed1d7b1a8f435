import { lazy } from 'react';
import type { ComponentType } from 'react';
import type { ScreenName } from '../app/navigation.ts';

/** Every screen of the window; each is fetched when it is first opened. */
export const screens: Record<ScreenName, ComponentType> = {
  start: lazy(async () => ({ default: (await import('./start/StartScreen.tsx')).StartScreen })),
  images: lazy(async () => ({ default: (await import('./images/ImagesScreen.tsx')).ImagesScreen })),
  learn: lazy(async () => ({ default: (await import('./learn/LearnScreen.tsx')).LearnScreen })),
  inspect: lazy(async () => ({ default: (await import('./inspect/InspectScreen.tsx')).InspectScreen })),
  part: lazy(async () => ({ default: (await import('./part/PartScreen.tsx')).PartScreen })),
  evaluate: lazy(async () => ({ default: (await import('./evaluate/EvaluateScreen.tsx')).EvaluateScreen })),
  reports: lazy(async () => ({ default: (await import('./reports/ReportsScreen.tsx')).ReportsScreen })),
  signals: lazy(async () => ({ default: (await import('./signals/SignalsScreen.tsx')).SignalsScreen })),
  laboratory: lazy(async () => ({
    default: (await import('./laboratory/LaboratoryScreen.tsx')).LaboratoryScreen,
  })),
  settings: lazy(async () => ({ default: (await import('./settings/SettingsScreen.tsx')).SettingsScreen })),
  help: lazy(async () => ({ default: (await import('./help/HelpScreen.tsx')).HelpScreen })),
};

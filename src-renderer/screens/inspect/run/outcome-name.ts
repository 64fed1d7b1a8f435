import type { TFunction } from 'i18next';
import type { Outcome } from './shares.ts';

/** What an outcome is called: decisions as everywhere in the window. */
export function outcomeName(t: TFunction<'inspect'>, common: TFunction, outcome: Outcome): string {
  return outcome === 'unreadable' ? t('summary.unreadable') : common(`decision.${outcome}`);
}

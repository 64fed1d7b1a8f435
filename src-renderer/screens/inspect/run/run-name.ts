import type { TFunction } from 'i18next';
import type { RunSummary } from '../../../../src-shared/contract/runs.ts';

/** What an inspection is called: by a person or its folder, or else by its number. */
export function runName(t: TFunction<'inspect'>, { id, title }: Pick<RunSummary, 'id' | 'title'>): string {
  return title === '' ? t('run', { id }) : title;
}

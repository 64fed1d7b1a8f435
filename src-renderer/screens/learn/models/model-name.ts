import type { TFunction } from 'i18next';
import type { ModelSummary } from '../../../../src-shared/contract/models.ts';

/** What a model is called: by a person, or else by its number. */
export function modelName(t: TFunction<'learn'>, { id, name }: Pick<ModelSummary, 'id' | 'name'>): string {
  return name === '' ? t('versions.unnamed', { id }) : name;
}

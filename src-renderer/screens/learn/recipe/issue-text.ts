import type { TFunction } from 'i18next';
import type { Format } from '../../../i18n/format.ts';
import type { FieldIssue } from './fields.ts';
import type { Setting } from './settings.ts';

/** Settings that only go wrong together with another one. */
const together = ['patch.stride', 'dictionary.atoms', 'coder.nonzeros', 'decision.reviewRate'] as const;

/** What is wrong with a field, as a sentence; bounds are in the unit that the field shows. */
export function issueText(
  t: TFunction<'learn'>,
  format: Format,
  { path, kind }: Setting,
  issue: FieldIssue,
): string {
  if (issue.kind === 'together') {
    const place = together.find((known) => known === path);
    return place === undefined ? t('issues.missing') : t(`issues.together.${place}`);
  }
  if (issue.bound === null) return t(issue.kind === 'whole' ? 'issues.whole' : 'issues.missing');
  const isShare = kind === 'share' || kind === 'share-or-auto';
  const bound = isShare ? format.percent(issue.bound, 2) : format.number(issue.bound, 4);
  return t(issue.kind === 'at-most' ? 'issues.at-most' : 'issues.at-least', { bound });
}

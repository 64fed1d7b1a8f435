import { en } from './en/index.ts';
import { ja } from './ja/index.ts';
import type { ErrorReason, ReasonTexts } from './reason-texts.ts';

const texts: Readonly<Record<'en' | 'ja', ReasonTexts>> = { en, ja };

/** Reasons in one language: what happened and what that follows from, then what to do about the last of them. */
export function wordReasons(
  language: 'en' | 'ja',
  reasons: readonly ErrorReason[],
): { message: string; next: string } {
  const messages = reasons.map(({ name, values }) => filled(texts[language][name].message, values));
  const last = reasons.at(-1);
  return {
    message: messages.join(language === 'ja' ? '' : ' '),
    next: last === undefined ? '' : filled(texts[language][last.name].next, last.values),
  };
}

const filled = (text: string, values: ErrorReason['values']) =>
  text.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));

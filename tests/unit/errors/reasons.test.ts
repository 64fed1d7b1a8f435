import { describe, expect, it } from 'vitest';
import { errorDetailsSchema } from '../../../src-shared/contract/error.ts';
import { reasonedError } from '../../../src-shared/errors/reasoned-error.ts';
import { en } from '../../../src-shared/errors/reasons/en/index.ts';
import { ja } from '../../../src-shared/errors/reasons/ja/index.ts';
import { reasonNames } from '../../../src-shared/errors/reasons/reason-texts.ts';
import { toErrorDetails } from '../../../src-shared/errors/sparsight-error.ts';
import { wordError } from '../../../src-shared/errors/word-error.ts';

const placeholders = ({ message, next }: { message: string; next: string }) =>
  [message, next].map((text) => [...new Set(text.match(/\{\w+\}/g) ?? [])].sort());

describe('what went wrong', () => {
  it.each(reasonNames)('is said in Japanese with the same values: %s', (name) => {
    expect(placeholders(ja[name])).toEqual(placeholders(en[name]));
    for (const text of [ja[name].message, ja[name].next]) {
      expect(text).toMatch(/[ぁ-ん]/);
      expect(text).not.toMatch(/[a-z]+ [a-z]+ [a-z]+/);
    }
  });

  it('is said in English first, and in Japanese after it has crossed a boundary', () => {
    const values = { file: '{column} a.csv', column: 'Force', columns: 'Torque, Angle' };
    const error = reasonedError('signal.column-missing', 'column.missing', values, { path: '/a.csv' });
    expect(error.message).toBe('{column} a.csv has no column Force.');
    const crossed = errorDetailsSchema.parse(JSON.parse(JSON.stringify(error.details())));
    expect(wordError('en', crossed)).toEqual(crossed);
    expect(wordError('ja', crossed)).toMatchObject({
      code: 'signal.column-missing',
      message: '{column} a.csvに列「Force」がありません。',
      next: '次の列から選んでください：Torque, Angle',
      path: '/a.csv',
    });
  });

  it('names what it follows from, which says what to do', () => {
    const empty = reasonedError('signal.unreadable', 'table.empty', { file: 'a.csv' });
    const error = reasonedError('input.too-few', 'good.none', { files: 3 }, { because: empty.reasons });
    expect(error.message).toBe('None of the good files (3) can be learnt from. a.csv is empty (0 bytes).');
    expect(error.next).toBe(empty.next);
    expect(wordError('ja', error.details()).message).toBe(
      '良品のファイル（3個）はどれも学習に使えません。a.csvは空です（0バイト）。',
    );
  });

  it('stays English where there are no words for it', () => {
    const details = { code: 'disk.full', message: 'The disk is full.', next: 'Make room.' } as const;
    expect(wordError('ja', details)).toEqual(details);
    expect(wordError('ja', toErrorDetails(new Error('EIO'))).message).toBe(
      'Sparsightの内部で問題が起きました：EIO',
    );
  });
});

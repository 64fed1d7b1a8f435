import type { help as en } from '../en/help.ts';
import type { Translation } from '../translation.ts';

export const help: Translation<typeof en> = {
  title: 'ヘルプ',
  contents: '目次',
  search: 'ガイド内を検索',
  matches_one: '{{count}}件中{{at}}件目',
  matches_other: '{{count}}件中{{at}}件目',
  none: 'ガイドに見つかりません。',
  next: '次へ',
  previous: '前へ',
  shortcuts: 'キーボードショートカット',
  top: 'ユーザーガイド',
};

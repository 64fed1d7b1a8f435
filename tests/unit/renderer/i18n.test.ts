import i18next from 'i18next';
import { expect, it, vi } from 'vitest';
import { startTexts } from '../../../src-renderer/i18n/i18n.ts';

it('counts in texts have separators of thousands', async () => {
  vi.stubGlobal('document', { documentElement: { lang: '' } });
  await startTexts('en');
  expect(i18next.t('status.images', { count: 10_020 })).toBe('10,020 images');
  expect(i18next.t('status.images', { count: 1 })).toBe('1 image');
});

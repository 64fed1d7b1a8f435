import { describe, expect, it } from 'vitest';
import { createFormat } from '../../../src-renderer/i18n/create-format.ts';

const pixels = { millimetresPerPixel: null };
const english = createFormat('en', pixels);
const japanese = createFormat('ja', pixels);

/** Intl writes narrow and no-break spaces in some versions of its data. */
const plain = (text: string) => text.replace(/\s/g, ' ');

describe('numbers and dates in the window', () => {
  it('group thousands and keep only the decimals that are asked for', () => {
    expect(english.number(12345.678)).toBe('12,346');
    expect(english.number(0.5, 2)).toBe('0.5');
    expect(english.fixed(0.5, 2)).toBe('0.50');
    expect(english.percent(0.0213, 1)).toBe('2.1%');
  });

  it('say a time span in its two largest units', () => {
    expect(plain(english.duration(0))).toBe('0 sec');
    expect(plain(english.duration(0.0312))).toBe('32 ms');
    expect(plain(english.duration(0.42))).toBe('0.4 sec');
    expect(plain(english.duration(42.4))).toBe('42 sec');
    expect(plain(english.duration(95))).toBe('1 min 35 sec');
    expect(plain(english.duration(3 * 3600 + 125))).toBe('3 hr 2 min');
    expect(plain(japanese.duration(95))).toBe('1 分 35 秒');
  });

  it('never round a time span up to sixty of a unit', () => {
    expect(plain(english.duration(59.7))).toBe('1 min 0 sec');
    expect(plain(english.duration(3599.8))).toBe('1 hr 0 min');
    expect(plain(english.duration(9.97))).toBe('10 sec');
  });

  it('write sizes of files in the largest unit that fits', () => {
    expect(plain(english.bytes(0))).toBe('0 bytes');
    expect(plain(english.bytes(1500))).toBe('2 kB');
    expect(plain(english.bytes(24_900_000))).toBe('24.9 MB');
  });

  it('say how long ago something was, in the language of the window', () => {
    const now = Date.parse('2026-03-10T12:00:00Z');
    expect(english.ago('2026-03-10T11:59:40Z', now)).toBe('this minute');
    expect(english.ago('2026-03-10T09:00:00Z', now)).toBe('3 hours ago');
    expect(english.ago('2026-03-09T11:00:00Z', now)).toBe('yesterday');
    expect(plain(japanese.ago('2026-03-10T09:00:00Z', now)).replaceAll(' ', '')).toBe('3時間前');
  });
});

describe('lengths on a part', () => {
  it('are pixels until the size of a pixel is known', () => {
    expect(english.length(12.4)).toBe('12 px');
    expect(english.area(1234)).toBe('1,234 px²');
  });

  it('are millimetres once the person says how large a pixel is', () => {
    const measured = createFormat('en', { millimetresPerPixel: 0.05 });
    expect(plain(measured.length(12))).toBe('0.6 mm');
    expect(plain(measured.area(400))).toBe('1 mm²');
  });
});

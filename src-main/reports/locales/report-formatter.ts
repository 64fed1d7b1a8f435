import type { ReportLanguage } from '../../../src-shared/domain/report.ts';

/** British English writes dates without ambiguity (22 November 2026); its numbers are those of English everywhere. */
const localeOf: Record<ReportLanguage, string> = { en: 'en-GB', ja: 'ja-JP' };

/** Writes numbers and dates as the report's language does. Values that are not finite become '∞' or the dash. */
export interface ReportFormatter {
  /** A whole number with grouping: 20,000. */
  count(value: number): string;
  /** A number with exactly `digits` decimals. */
  fixed(value: number, digits: number): string;
  /** A number with at most `digits` decimals. */
  upTo(value: number, digits: number): string;
  /** A share in [0, 1] as a percentage with at most `digits` decimals. */
  percent(share: number, digits: number): string;
  /** Day and time with the zone's name; the text itself when it is no ISO 8601 date. */
  dateTime(iso: string): string;
  /** The day alone. */
  date(iso: string): string;
}

/** @param timeZone IANA name of the zone in which dates are shown. */
export function createFormatter(language: ReportLanguage, timeZone: string): ReportFormatter {
  const locale = localeOf[language];
  const number = (value: number, options: Intl.NumberFormatOptions): string => {
    if (Number.isNaN(value)) return '–';
    if (!Number.isFinite(value)) return value > 0 ? '∞' : '-∞';
    return cached(numberFormats, `${locale} ${JSON.stringify(options)}`, () => {
      return new Intl.NumberFormat(locale, options);
    }).format(value);
  };
  const moment = (iso: string, options: Intl.DateTimeFormatOptions): string => {
    const time = Date.parse(iso);
    if (Number.isNaN(time)) return iso;
    return new Intl.DateTimeFormat(locale, { ...options, timeZone }).format(time);
  };
  return {
    count: (value) => number(value, { maximumFractionDigits: 0 }),
    fixed: (value, digits) =>
      number(value, {
        minimumFractionDigits: digits,
        maximumFractionDigits: digits,
        signDisplay: 'negative',
      }),
    upTo: (value, digits) => number(value, { maximumFractionDigits: digits }),
    percent: (share, digits) => number(share, { style: 'percent', maximumFractionDigits: digits }),
    date: (iso) => moment(iso, { year: 'numeric', month: 'long', day: 'numeric' }),
    dateTime: (iso) =>
      moment(iso, {
        year: 'numeric',
        month: 'long',
        day: 'numeric',
        hour: '2-digit',
        minute: '2-digit',
        hourCycle: 'h23',
        timeZoneName: 'short',
      }),
  };
}

/** Building a format costs far more than using it, and a report of thousands of parts uses few. */
const numberFormats = new Map<string, Intl.NumberFormat>();

function cached<T>(store: Map<string, T>, key: string, make: () => T): T {
  const known = store.get(key);
  if (known !== undefined) return known;
  const made = make();
  store.set(key, made);
  return made;
}

const clock = String.raw`(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,](\d+))?)?(?:\s*([ap])\.?m\.?)?`;
const zone = String.raw`(?:\s*(?:z|utc|[+-]\d{2}:?\d{2}))?`;
const yearFirst = new RegExp(
  String.raw`^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[t\s]+${clock}${zone})?$`,
  'i',
);
const yearLast = new RegExp(
  String.raw`^(\d{1,2})([-/.])(\d{1,2})[-/.](\d{4})(?:[,t\s]+${clock}${zone})?$`,
  'i',
);
const clockAlone = new RegExp(`^${clock}$`, 'i');
/** Every moment holds this; most other text does not. */
const hint = /\d[-/.:]\d/;

/**
 * A cell as a moment in seconds: since 1970 where it bears a date, else since midnight; null where it is none. Zones are
 * passed over, since they are the same in all rows. In 3/4/2026 the month comes first, in 3.4.2026 and 13/4/2026 the day.
 */
export function parseMoment(cell: string): number | null {
  const text = cell.trim();
  if (!hint.test(text)) return null;
  const iso = yearFirst.exec(text);
  if (iso) {
    const [, year, month, day, ...time] = iso;
    return momentOf(Number(year), Number(month), Number(day), time);
  }
  const local = yearLast.exec(text);
  if (local) {
    const [, first, mark, second, year, ...time] = local;
    const isMonthFirst = mark === '/' && Number(first) <= 12;
    const [month, day] = isMonthFirst ? [first, second] : [second, first];
    return momentOf(Number(year), Number(month), Number(day), time);
  }
  const alone = clockAlone.exec(text);
  return alone ? secondsOf(alone.slice(1)) : null;
}

function momentOf(
  year: number,
  month: number,
  day: number,
  time: readonly (string | undefined)[],
): number | null {
  if (month < 1 || month > 12 || day < 1 || day > 31) return null;
  const seconds = secondsOf(time);
  return seconds === null ? null : Date.UTC(year, month - 1, day) / 1000 + seconds;
}

function secondsOf([hours, minutes, seconds, fraction, half]: readonly (string | undefined)[]):
  number | null {
  const hour = Number(hours ?? 0);
  const minute = Number(minutes ?? 0);
  const second = Number(seconds ?? 0);
  if (hour > 24 || minute > 59 || second > 60 || (half !== undefined && (hour < 1 || hour > 12))) return null;
  const sinceMidnight = half === undefined ? hour : (hour % 12) + (half.toLowerCase() === 'p' ? 12 : 0);
  return sinceMidnight * 3600 + minute * 60 + second + Number(`0.${fraction ?? 0}`);
}

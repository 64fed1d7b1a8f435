/** How large a pixel is, if lengths are to be shown in millimetres. */
export interface Units {
  millimetresPerPixel: number | null;
}

export interface Format {
  /** A number with at most so many decimals (0 when left out). */
  number: (value: number, decimals?: number) => string;
  /** A number with exactly so many decimals, for columns. */
  fixed: (value: number, decimals: number) => string;
  /** A share in [0, 1] as a percentage with at most so many decimals (0 when left out). */
  percent: (share: number, decimals?: number) => string;
  /** Day and time of an ISO date. */
  date: (iso: string) => string;
  /** Day of an ISO date. */
  day: (iso: string) => string;
  /** How long ago an ISO date was: "2 hours ago". */
  ago: (iso: string, now?: number) => string;
  /** A time span in seconds, in the one or two largest units. */
  duration: (seconds: number) => string;
  bytes: (count: number) => string;
  /** A length on the image in pixels, in the unit that the person chose. */
  length: (pixels: number) => string;
  /** An area on the image in square pixels, in the unit that the person chose. */
  area: (squarePixels: number) => string;
}

const ageUnits = [
  ['year', 31_536_000],
  ['month', 2_592_000],
  ['week', 604_800],
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
] as const;

const byteUnits = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte'] as const;

/** Numbers, dates and quantities as a language writes them. */
export function createFormat(language: string, units: Units): Format {
  const decimalsUpTo = madeOnce((most) => new Intl.NumberFormat(language, { maximumFractionDigits: most }));
  const decimalsOf = madeOnce(
    (count) =>
      new Intl.NumberFormat(language, { minimumFractionDigits: count, maximumFractionDigits: count }),
  );
  const percentUpTo = madeOnce(
    (most) => new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: most }),
  );
  const unit = (value: number, name: string, most: number) =>
    new Intl.NumberFormat(language, {
      style: 'unit',
      unit: name,
      // The short name of the byte has no plural.
      unitDisplay: name === 'byte' ? 'long' : 'short',
      maximumFractionDigits: most,
    }).format(value);
  const dateTime = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' });
  const day = new Intl.DateTimeFormat(language, { dateStyle: 'medium' });
  const relative = new Intl.RelativeTimeFormat(language, { numeric: 'auto' });

  return {
    number: (value, decimals = 0) => decimalsUpTo(decimals).format(value),
    fixed: (value, decimals) => decimalsOf(decimals).format(value),
    percent: (share, decimals = 0) => percentUpTo(decimals).format(share),
    date: (iso) => dateTime.format(new Date(iso)),
    day: (iso) => day.format(new Date(iso)),
    ago: (iso, now = Date.now()) => {
      const seconds = (Date.parse(iso) - now) / 1000;
      for (const [name, length] of ageUnits) {
        if (Math.abs(seconds) >= length) return relative.format(Math.trunc(seconds / length), name);
      }
      return relative.format(0, 'minute');
    },
    duration: (seconds) => {
      if (seconds > 0 && seconds < 0.1) return unit(Math.ceil(1000 * seconds), 'millisecond', 0);
      if (seconds < 10) return unit(seconds, 'second', 1);
      const whole = Math.round(seconds);
      if (whole < 60) return unit(whole, 'second', 0);
      const hours = Math.floor(whole / 3600);
      const minutes = Math.floor((whole % 3600) / 60);
      if (hours > 0) return `${unit(hours, 'hour', 0)} ${unit(minutes, 'minute', 0)}`;
      return `${unit(minutes, 'minute', 0)} ${unit(whole % 60, 'second', 0)}`;
    },
    bytes: (count) => {
      const power = Math.min(byteUnits.length - 1, Math.floor(Math.log10(Math.max(1, count)) / 3));
      return unit(count / 1000 ** power, byteUnits[power] ?? 'byte', power < 2 ? 0 : 1);
    },
    length: (pixels) =>
      units.millimetresPerPixel === null
        ? `${decimalsUpTo(0).format(pixels)} px`
        : unit(pixels * units.millimetresPerPixel, 'millimeter', 2),
    area: (squarePixels) =>
      units.millimetresPerPixel === null
        ? `${decimalsUpTo(0).format(squarePixels)} px²`
        : `${decimalsUpTo(2).format(squarePixels * units.millimetresPerPixel ** 2)} mm²`,
  };
}

/** A formatter costs a hundred times what it costs to use it, and lists of parts use them for every cell. */
function madeOnce(make: (decimals: number) => Intl.NumberFormat): (decimals: number) => Intl.NumberFormat {
  const made = new Map<number, Intl.NumberFormat>();
  return (decimals) => {
    const known = made.get(decimals) ?? make(decimals);
    made.set(decimals, known);
    return known;
  };
}

import { useFormat } from '../i18n/format.ts';
import classes from './Legend.module.css';

/** Outlines in a box of 12 by 12. */
const outlines = {
  triangle: 'M6 1.5 L11 10.5 L1 10.5 Z',
  rectRot: 'M6 0.8 L11.2 6 L6 11.2 L0.8 6 Z',
  area: 'M0.5 1.5 H11.5 V10.5 H0.5 Z',
  line: 'M0.5 5 H11.5 V7 H0.5 Z',
  circle: 'M6 1.5 A4.5 4.5 0 1 1 6 10.5 A4.5 4.5 0 1 1 6 1.5 Z',
};

export interface LegendEntry {
  key: string;
  label: string;
  colour: string;
  shape: keyof typeof outlines;
  count?: number;
}

/** What colours and shapes of a chart mean, in words. */
export function Legend({ entries }: { entries: readonly LegendEntry[] }) {
  const { number } = useFormat();
  return (
    <ul className={classes.legend}>
      {entries.map(({ key, label, colour, shape, count }) => (
        <li key={key}>
          <svg viewBox="0 0 12 12" aria-hidden>
            <path d={outlines[shape]} fill={colour} />
          </svg>
          {label}
          {count !== undefined && ` (${number(count)})`}
        </li>
      ))}
    </ul>
  );
}

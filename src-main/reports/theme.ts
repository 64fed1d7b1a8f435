import type { Outcome } from './sections/section-model.ts';

/**
 * Colours of the printed formats, as '#rrggbb'. Every text colour keeps a contrast of at least 4.5 to 1 on white
 * and on its own tint (WCAG 2.2, AA); outcomes also carry a word and a mark, so nothing depends on colour alone.
 */
export const colours = {
  ink: '#1c2530',
  quiet: '#55606c',
  line: '#c9d0d7',
  faint: '#f3f5f7',
  accent: '#1d4e7e',
  inspected: '#2f6ea5',
  good: '#9aa5b1',
} as const;

/** Where good signals lie, behind the lines of one, on white as on the tint of a marked stretch. */
export const usualFill = { colour: '#9aa5b1', opacity: 0.35 } as const;

/** Lines of a signal: told apart by width as well as by colour. */
export const signalStrokes = {
  measured: { colour: colours.ink, width: 0.9 },
  rebuilt: { colour: '#7fa9cf', width: 2.4 },
  score: { colour: colours.inspected, width: 1 },
} as const;

export const outcomeColours: Record<Outcome, { text: string; tint: string }> = {
  pass: { text: '#1a6a3a', tint: '#e8f4ec' },
  review: { text: '#855300', tint: '#fdf3df' },
  reject: { text: '#b01c1c', tint: '#fcebea' },
  unreadable: { text: '#4b5563', tint: '#eef0f2' },
};

export interface Mark {
  /** SVG path of the filled shape in a box of 16 by 16. */
  shape: string;
  /** SVG path of the sign on it, stroked in white, 2 wide. */
  sign: string;
}

/** One shape per outcome, told apart without colour: disc and tick, triangle, octagon and cross, square and dash. */
export const outcomeMarks: Record<Outcome, Mark> = {
  pass: { shape: 'M8 0.5 A7.5 7.5 0 1 1 8 15.5 A7.5 7.5 0 1 1 8 0.5 Z', sign: 'M4.4 8.3 L7 10.9 L11.7 5.6' },
  review: { shape: 'M8 0.8 L15.8 15 L0.2 15 Z', sign: 'M8 5.6 L8 9.8 M8 11.7 L8 13.3' },
  reject: {
    shape: 'M5 0.6 L11 0.6 L15.4 5 L15.4 11 L11 15.4 L5 15.4 L0.6 11 L0.6 5 Z',
    sign: 'M5 5 L11 11 M11 5 L5 11',
  },
  unreadable: { shape: 'M1 1 L15 1 L15 15 L1 15 Z', sign: 'M4.5 8 L11.5 8' },
};

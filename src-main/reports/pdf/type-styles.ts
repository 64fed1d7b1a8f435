import { colours } from '../theme.ts';

/** How a run of text looks. Lengths in points. */
export interface TextStyle {
  weight: 'regular' | 'bold';
  size: number;
  lineHeight: number;
  colour: string;
}

const style = (
  weight: TextStyle['weight'],
  size: number,
  lineHeight: number,
  colour: string = colours.ink,
): TextStyle => ({ weight, size, lineHeight, colour });

export const typeStyles = {
  title: style('bold', 22, 28),
  heading: style('bold', 13.5, 18, colours.accent),
  partHeading: style('bold', 12, 16),
  smallHeading: style('bold', 9, 13),
  body: style('regular', 9, 13.5),
  label: style('regular', 8.5, 12.5, colours.quiet),
  value: style('regular', 8.5, 12.5),
  count: style('bold', 22, 26),
  countWord: style('bold', 9.5, 13),
  caption: style('regular', 8, 11.5, colours.quiet),
  cell: style('regular', 7.5, 10.5),
  cellHead: style('bold', 7.5, 10.5),
  chart: style('regular', 7, 9, colours.quiet),
  chartLabel: style('bold', 7.5, 9),
  running: style('regular', 7.5, 10, colours.quiet),
} as const satisfies Record<string, TextStyle>;

export function inColour(base: TextStyle, colour: string): TextStyle {
  return { ...base, colour };
}

export function inBold(base: TextStyle): TextStyle {
  return { ...base, weight: 'bold' };
}

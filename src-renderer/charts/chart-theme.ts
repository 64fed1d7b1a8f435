import { alpha, useComputedColorScheme, useMantineTheme } from '@mantine/core';
import { useMemo } from 'react';
import { decisionColours } from '../app/theme.ts';

/** What a series stands for; its colour, and in a scatter its shape, follow from it. */
export type Tone = 'good' | 'defective' | 'unlabelled' | 'pass' | 'review' | 'reject' | 'plain' | 'pale';

export interface ChartTheme {
  readonly ink: string;
  readonly quiet: string;
  readonly grid: string;
  readonly surface: string;
  readonly font: string;
  readonly tones: Readonly<Record<Tone, string>>;
}

/** Colours of charts in the window's present scheme, from its theme. */
export function useChartTheme(): ChartTheme {
  const { colors, fontFamily, black, white } = useMantineTheme();
  const dark = useComputedColorScheme('light', { getInitialValueInEffect: false }) === 'dark';
  return useMemo(() => {
    const shade = (colour: string, light: number, inDark: number) =>
      colors[colour]?.[dark ? inDark : light] ?? black;
    const decisions = decisionColours[dark ? 'dark' : 'light'];
    return {
      ink: dark ? shade('dark', 0, 0) : black,
      quiet: dark ? shade('dark', 1, 1) : shade('gray', 7, 7),
      grid: dark ? alpha(white, 0.1) : alpha(black, 0.08),
      surface: dark ? shade('dark', 6, 6) : white,
      font: fontFamily,
      tones: {
        good: shade('steel', 5, 4),
        defective: shade('grape', 8, 3),
        unlabelled: shade('gray', 5, 6),
        pass: decisions.pass.mark,
        review: decisions.review.mark,
        reject: decisions.reject.mark,
        plain: shade('steel', 6, 4),
        pale: shade('gray', 5, 6),
      },
    };
  }, [black, colors, dark, fontFamily, white]);
}

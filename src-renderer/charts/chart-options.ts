import type { ChartTheme } from './chart-theme.ts';

const fontSize = 12;

/** An axis of numbers in the window's look. */
export function axis(theme: ChartTheme, title: string | undefined) {
  return {
    title: {
      display: title !== undefined,
      text: title ?? '',
      color: theme.quiet,
      font: { family: theme.font, size: fontSize },
      padding: 2,
    },
    ticks: {
      color: theme.quiet,
      font: { family: theme.font, size: fontSize - 1 },
      maxRotation: 0,
      autoSkipPadding: 12,
    },
    grid: { color: theme.grid, drawTicks: false },
    border: { color: theme.grid },
  };
}

/** The box beside the pointer in the window's look. */
export function tooltip(theme: ChartTheme) {
  return {
    backgroundColor: theme.surface,
    titleColor: theme.ink,
    bodyColor: theme.ink,
    borderColor: theme.quiet,
    borderWidth: 1,
    cornerRadius: 4,
    padding: 8,
    titleFont: { family: theme.font, size: fontSize },
    bodyFont: { family: theme.font, size: fontSize },
    boxPadding: 4,
    usePointStyle: true,
  };
}

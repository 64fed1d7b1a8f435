import { createTheme, rem } from '@mantine/core';
import type { CSSVariablesResolver, MantineColorsTuple } from '@mantine/core';
import type { Decision } from '../../src-shared/domain/decision.ts';

/** A cool blue, as of a measuring instrument's display; 6 carries white text, 4 is read on dark. */
const steel: MantineColorsTuple = [
  '#eef4fb',
  '#dce7f3',
  '#b6cce6',
  '#8cafd9',
  '#6997ce',
  '#4f86c6',
  '#2f6cb3',
  '#235a9a',
  '#1a4a82',
  '#0e3869',
];

/** Greys with a little blue in them; 7 and below are surfaces in the dark. */
const dark: MantineColorsTuple = [
  '#d5d9e0',
  '#b3bac6',
  '#949dac',
  '#6c7686',
  '#3f4753',
  '#333a45',
  '#282e37',
  '#1e232b',
  '#171b21',
  '#101318',
];

const gray: MantineColorsTuple = [
  '#f7f8fa',
  '#eef0f3',
  '#e2e6ea',
  '#d3d8de',
  '#b9c0c9',
  '#929ba6',
  '#646d79',
  '#454d58',
  '#2f353e',
  '#1b1f26',
];

export interface DecisionColours {
  mark: string;
  text: string;
  fill: string;
}

/**
 * What is passed, to be reviewed, rejected: told apart by colour-blind eyes, too. `mark` is for lines, bars and shapes,
 * `text` is read on `fill`.
 */
export const decisionColours: Record<'light' | 'dark', Record<Decision, DecisionColours>> = {
  light: {
    pass: { mark: '#0f8a6c', text: '#0a5d49', fill: '#dcf3ec' },
    review: { mark: '#c98a00', text: '#744f00', fill: '#fdf0cf' },
    reject: { mark: '#d1432b', text: '#972512', fill: '#fce3de' },
  },
  dark: {
    pass: { mark: '#3cc29d', text: '#7fe3c6', fill: '#123b31' },
    review: { mark: '#e5b13a', text: '#f4d183', fill: '#43330f' },
    reject: { mark: '#f2765f', text: '#ffaa99', fill: '#4a1f17' },
  },
};

const fonts =
  "'Inter Variable', 'Hiragino Sans', 'Yu Gothic UI', 'Meiryo', 'Noto Sans CJK JP', 'Noto Sans JP', system-ui, sans-serif";

/** Of what lies over the window. */
const paneTitle = { fontSize: rem(16), fontWeight: 600 };

export const theme = createTheme({
  colors: { steel, dark, gray },
  primaryColor: 'steel',
  primaryShade: 6,
  autoContrast: true,
  fontFamily: fonts,
  fontFamilyMonospace: "ui-monospace, 'Cascadia Mono', 'SF Mono', Menlo, Consolas, monospace",
  headings: { fontFamily: fonts, fontWeight: '600' },
  defaultRadius: 'sm',
  cursorType: 'pointer',
  respectReducedMotion: true,
  fontSizes: { xs: rem(12), sm: rem(13), md: rem(14), lg: rem(16), xl: rem(19) },
  spacing: { xs: rem(6), sm: rem(10), md: rem(14), lg: rem(20), xl: rem(28) },
  components: {
    Button: { defaultProps: { size: 'sm' } },
    TextInput: { defaultProps: { size: 'sm' } },
    NumberInput: { defaultProps: { size: 'sm' } },
    Select: { defaultProps: { size: 'sm', allowDeselect: false } },
    Tooltip: { defaultProps: { openDelay: 400, withArrow: true } },
    Modal: {
      defaultProps: { centered: true, transitionProps: { duration: 120 } },
      styles: { title: paneTitle },
    },
    Drawer: { styles: { title: paneTitle } },
  },
});

function decisionVariables(scheme: 'light' | 'dark'): Record<string, string> {
  const variables: Record<string, string> = {};
  for (const [decision, colours] of Object.entries(decisionColours[scheme]))
    for (const use of ['mark', 'text', 'fill'] as const)
      variables[`--decision-${decision}-${use}`] = colours[use];
  // Messages are coloured as decisions are; Mantine's own orange on yellow is hard to read.
  for (const [colour, decision] of [
    ['teal', 'pass'],
    ['yellow', 'review'],
    ['red', 'reject'],
  ] as const) {
    variables[`--mantine-color-${colour}-light`] = `var(--decision-${decision}-fill)`;
    variables[`--mantine-color-${colour}-light-color`] = `var(--decision-${decision}-text)`;
  }
  return variables;
}

/** What Mantine's own variables have no name for: surfaces of the window, and the colours of decisions. */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: {
    '--rail-width': rem(84),
    '--status-height': rem(30),
    '--frame-height': rem(56),
    '--next-step-height': rem(34),
    // Of the bars at the foot of screens: the largest of them.
    '--foot-height': rem(92),
  },
  light: {
    '--mantine-color-body': '#ffffff',
    '--mantine-color-text': '#1b1f26',
    '--mantine-color-dimmed': '#5c6572',
    '--mantine-color-placeholder': '#69727f',
    '--surface-window': '#f3f5f7',
    '--surface-panel': '#ffffff',
    '--surface-stage': '#e6e9ed',
    '--surface-hover': '#eef2f6',
    '--line': '#dde1e6',
    ...decisionVariables('light'),
  },
  dark: {
    '--mantine-color-body': '#1a1e25',
    '--mantine-color-text': '#dfe3e9',
    '--mantine-color-dimmed': '#9aa4b2',
    '--mantine-color-placeholder': '#8a94a3',
    '--surface-window': '#13161b',
    '--surface-panel': '#1a1e25',
    '--surface-stage': '#0d0f13',
    '--surface-hover': '#232932',
    '--line': '#2c333d',
    ...decisionVariables('dark'),
  },
});

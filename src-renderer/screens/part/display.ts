import { useSessionStorage } from '@mantine/hooks';
import { useCallback } from 'react';

export const layers = ['part', 'expected', 'difference'] as const;
export type Layer = (typeof layers)[number];

/** How parts are shown; kept from part to part, so that they can be compared. */
export interface Display {
  readonly layer: Layer;
  readonly blinking: boolean;
  /** How often per second the picture changes. */
  readonly blinkRate: number;
  readonly heatMap: boolean;
  readonly onlyAbove: boolean;
  /** Evidence; null for the one that the part's own regions were found with. */
  readonly limit: number | null;
  readonly outlines: boolean;
  /** Go to the next part after a verdict. */
  readonly advance: boolean;
}

const initial: Display = {
  layer: 'part',
  blinking: false,
  blinkRate: 1.5,
  heatMap: true,
  onlyAbove: false,
  limit: null,
  outlines: true,
  advance: true,
};

export type ChangeDisplay = (change: Partial<Display>) => void;

export function useDisplay(): [Display, ChangeDisplay] {
  const [kept, setKept] = useSessionStorage<Partial<Display>>({
    key: 'sparsight.part.display',
    defaultValue: initial,
    getInitialValueInEffect: false,
  });
  const change = useCallback(
    (part: Partial<Display>) => setKept((before) => ({ ...before, ...part })),
    [setKept],
  );
  return [{ ...initial, ...kept }, change];
}

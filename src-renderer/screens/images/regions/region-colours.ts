import type { RegionUse } from './region-edits.ts';

/** Over a part of any brightness, so the same in the light and in the dark: a line, and a dark edge that sets it off. */
export const regionColours: Record<RegionUse, string> = { inspect: '#4fc3f7', ignore: '#ff9800' };
export const regionEdge = 'rgba(10, 14, 20, 0.75)';
/** Lies over what is not inspected. */
export const veil = 'rgba(10, 14, 20, 0.55)';

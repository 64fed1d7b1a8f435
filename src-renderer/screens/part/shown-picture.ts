import type { Layer } from './display.ts';

/** 'compared' is the part as it was compared with what was expected: in the same light, at the same size. */
export type ShownPicture = 'part' | 'compared' | 'expected' | 'difference';

/**
 * Which picture is seen.
 *
 * @param other whether blinking, or the key that is held, shows the other one just now
 */
export function shownPicture(layer: Layer, comparing: boolean, other: boolean): ShownPicture {
  if (!comparing) return layer;
  // Whoever compares wants to see what differs, not that the camera's light is another than the comparison's.
  if (layer === 'part') return other ? 'expected' : 'compared';
  return other ? 'compared' : layer;
}

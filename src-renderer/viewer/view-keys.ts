import type { ViewStore } from './view-store.ts';

interface Key {
  readonly key: string;
  readonly shiftKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
}

/** How far an arrow key moves the picture, in CSS pixels. */
const step = 48;

const directions: Record<string, readonly [number, number]> = {
  ArrowLeft: [1, 0],
  ArrowRight: [-1, 0],
  ArrowUp: [0, 1],
  ArrowDown: [0, -1],
};

/**
 * Arrows move what is seen, with Shift by a single pixel of the picture; +, -, 0 and 1 change the scale.
 *
 * @returns whether the key meant something
 */
export function moveByKey(view: ViewStore, { key, shiftKey, ctrlKey, metaKey, altKey }: Key): boolean {
  if (ctrlKey || metaKey || altKey) return false;
  const direction = directions[key];
  if (direction !== undefined) {
    const far = shiftKey ? view.get().viewport.scale : step;
    view.panBy({ x: direction[0] * far, y: direction[1] * far });
    return true;
  }
  if (key === '+' || key === '=') view.step(1);
  else if (key === '-' || key === '_') view.step(-1);
  else if (key === '0') view.fit();
  else if (key === '1') view.showScale(1);
  else return false;
  return true;
}

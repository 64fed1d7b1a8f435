import { describe, expect, test } from 'vitest';
import { placeWindow } from '../../../src-main/electron/window-state.ts';

const display = { x: 0, y: 0, width: 1920, height: 1040 };
const second = { x: 1920, y: 0, width: 1280, height: 1000 };
const at = (x: number, y: number, width = 1400, height = 900) => ({
  bounds: { x, y, width, height },
  maximised: false,
});

describe('the place of the window', () => {
  test('is the one it had, on whichever display that is', () => {
    expect(placeWindow(at(100, 50), [display])).toEqual({ x: 100, y: 50, width: 1400, height: 900 });
    expect(placeWindow(at(2000, 50, 1100), [display, second])).toEqual({
      x: 2000,
      y: 50,
      width: 1100,
      height: 900,
    });
  });

  test('is chosen anew when its display is gone or its title bar cannot be grabbed', () => {
    for (const state of [at(2000, 50), at(100, -400), at(100, 1030), at(-1390, 50)]) {
      expect(placeWindow(state, [display])).toEqual({ width: 1280, height: 800 });
    }
  });

  test('is chosen by the system the first time', () => {
    expect(placeWindow(null, [display])).toEqual({ width: 1280, height: 800 });
  });

  test('is never larger than the display, nor smaller than the window may be', () => {
    expect(placeWindow(at(0, 0, 4000, 3000), [display])).toMatchObject({ width: 1920, height: 1040 });
    expect(placeWindow(at(0, 0, 300, 200), [display])).toMatchObject({ width: 1024, height: 700 });
  });
});

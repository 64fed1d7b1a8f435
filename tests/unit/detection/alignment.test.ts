import { describe, expect, it } from 'vitest';
import {
  agreementOf,
  mostTurnOf,
  shouldAlign,
  usualTurn,
} from '../../../src-main/detection/learn/alignment.ts';
import { warpPlane } from '../../../src-main/imaging/align/warp.ts';
import { planeOf, scenePlane } from '../imaging/pictures.ts';

const agreements = (...pairs: [before: number, after: number][]) =>
  pairs.map(([before, after]) => ({ before, after }));

describe('good parts are moved onto a reference part', () => {
  it('when that makes them clearly more alike', () => {
    expect(shouldAlign('auto', agreements([0.4, 0.95], [0.7, 0.98], [0.6, 0.96], [0.1, 0.94]))).toBe(true);
  });

  it('not when they lie alike already', () => {
    expect(shouldAlign('auto', agreements([0.98, 0.982], [0.8, 0.81], [0.9, 0.901]))).toBe(false);
  });

  it('not when only some of them have a picture in common', () => {
    expect(
      shouldAlign('auto', agreements([0.1, 0.64], [-0.2, 0.96], [0.4, 0.63], [0, 0.97], [0, 0.76])),
    ).toBe(false);
  });

  it('always or never when the recipe says so', () => {
    expect(shouldAlign('on', [])).toBe(true);
    expect(shouldAlign('off', agreements([0, 1]))).toBe(false);
  });
});

describe('how far good parts lie turned', () => {
  const degree = Math.PI / 180;
  const turned = (...degrees: number[]) => degrees.map((turn) => ({ after: 0.9, turn: turn * degree }));

  it('is told from the parts', () => {
    const reference = scenePlane(180, 140);
    const part = warpPlane(reference, { dx: 2, dy: 1, radians: -110 * degree }).plane;
    const { before, after, turn } = agreementOf(reference, part);
    expect(turn / degree).toBeCloseTo(110, 0);
    expect(after).toBeGreaterThan(Math.max(0.95, before));
  });

  it('is not far when they are nearly the same the other way up', () => {
    // A ring of spots that a half turn brings onto itself, but for one that is a little darker.
    const spots = planeOf(120, 120, (x, y) => {
      const angle = Math.atan2(y - 59.5, x - 59.5);
      const ring = Math.exp(-((Math.hypot(x - 59.5, y - 59.5) - 35) ** 2) / 60);
      return 0.5 + ring * (0.3 * Math.cos(2 * angle) + 0.03 * Math.cos(angle));
    });
    const noisy = planeOf(
      120,
      120,
      (x, y) => spots.data[y * 120 + x]! + 0.04 * Math.sin(12.9898 * x * y + y),
    );
    expect(Math.abs(agreementOf(spots, noisy).turn)).toBeLessThan(3 * degree);
  });

  it('is as usual unless more than a quarter of them lie turned further', () => {
    expect(mostTurnOf(turned(1, 2, 0, 40))).toBe(usualTurn);
    expect(
      mostTurnOf([
        { after: 0.3, turn: 2 },
        { after: 0.4, turn: 1 },
      ]),
    ).toBe(usualTurn);
  });

  it('leaves a margin beyond the part that lies turned furthest', () => {
    expect(mostTurnOf(turned(4, -10, 2, 8)) / degree).toBeCloseTo(15);
    expect(mostTurnOf(turned(30, -150, 170, 8))).toBe(Math.PI);
  });
});

import { describe, expect, it } from 'vitest';
import type { Plane } from '../../../../src-shared/domain/image.ts';
import { createRandom } from '../../../../src-main/numerics/random/generator.ts';
import { phaseCorrelation } from '../../../../src-main/numerics/signal/phase-correlation.ts';

/** A smooth texture known at every real coordinate, so that it can be shifted by any fraction of a pixel. */
function texture(seed: number, width: number, height: number, dx: number, dy: number, noise = 0): Plane {
  const shape = createRandom(seed, 'waves');
  const sensor = createRandom(seed, `noise ${dx} ${dy}`);
  const waves = Array.from({ length: 40 }, () => ({
    u: shape.normal() * 0.35,
    v: shape.normal() * 0.35,
    phase: shape.uniform() * 2 * Math.PI,
  }));
  const data = Float32Array.from({ length: width * height }, (_, i) => {
    const x = (i % width) - dx;
    const y = Math.floor(i / width) - dy;
    const wave = waves.reduce((sum, { u, v, phase }) => sum + Math.cos(u * x + v * y + phase), 0);
    return 0.5 + 0.02 * wave + noise * sensor.normal();
  });
  return { width, height, data };
}

describe('phase correlation', () => {
  it.each([
    [0, 0],
    [3, -5],
    [-12, 7],
    [10, 14],
  ])('finds a shift by whole pixels (%i, %i)', (dx, dy) => {
    const found = phaseCorrelation(texture(1, 96, 80, 0, 0), texture(1, 96, 80, dx, dy));
    expect(Math.abs(found.dx - dx)).toBeLessThan(0.1);
    expect(Math.abs(found.dy - dy)).toBeLessThan(0.1);
  });

  it.each([
    [0.5, 0.25],
    [-1.3, 2.7],
    [4.4, -3.6],
  ])('finds a shift by a fraction of a pixel (%f, %f), also under sensor noise', (dx, dy) => {
    for (const noise of [0, 0.01]) {
      const found = phaseCorrelation(texture(2, 64, 64, 0, 0, noise), texture(2, 64, 64, dx, dy, noise));
      expect(Math.abs(found.dx - dx)).toBeLessThan(0.2);
      expect(Math.abs(found.dy - dy)).toBeLessThan(0.2);
    }
  });

  it('is sure of equal planes and unsure of unrelated ones', () => {
    const plane = texture(3, 64, 48, 0, 0);
    const same = phaseCorrelation(plane, plane);
    expect(same.response).toBeCloseTo(1, 6);
    expect(phaseCorrelation(plane, texture(4, 64, 48, 0, 0)).response).toBeLessThan(0.5);
  });

  it('is blind to brightness and contrast', () => {
    const moved = texture(5, 64, 64, 3, 2);
    const brighter = { ...moved, data: moved.data.map((value) => 0.1 + 0.4 * value) };
    const found = phaseCorrelation(texture(5, 64, 64, 0, 0), brighter);
    expect(found.dx).toBeCloseTo(3, 1);
    expect(found.dy).toBeCloseTo(2, 1);
  });

  it('reports no shift and no response for planes without content', () => {
    const flat = { width: 16, height: 16, data: new Float32Array(256).fill(0.5) };
    expect(phaseCorrelation(flat, flat)).toEqual({ dx: 0, dy: 0, response: 0 });
  });

  it('refuses planes of different size', () => {
    expect(() => phaseCorrelation(texture(6, 16, 16, 0, 0), texture(6, 16, 17, 0, 0))).toThrow(RangeError);
  });
});

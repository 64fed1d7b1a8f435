import { describe, expect, it } from 'vitest';
import { colourMapNames, colourTable, greyTable } from '../../../../src-renderer/viewer/colour-table.ts';
import { heatMapAlpha, heatMapScale } from '../../../../src-renderer/viewer/heat-map-scale.ts';
import { paintArray } from '../../../../src-renderer/viewer/paint-array.ts';

const luminance = (table: Uint8ClampedArray, i: number) =>
  0.2126 * table[i * 3]! + 0.7152 * table[i * 3 + 1]! + 0.0722 * table[i * 3 + 2]!;

describe('the colours of the heat map', () => {
  it.each(colourMapNames)('%s grows brighter with the evidence all along', (name) => {
    const table = colourTable(name);
    for (let i = 8; i < 256; i += 8) expect(luminance(table, i)).toBeGreaterThan(luminance(table, i - 8));
  });

  it('take the ends of the scale for what lies beyond them', () => {
    const out = new Uint8ClampedArray(12);
    paintArray(Float32Array.of(-5, 0.5, 9), out, { table: greyTable(), low: 0, high: 1 });
    expect([...out]).toEqual([0, 0, 0, 255, 128, 128, 128, 255, 255, 255, 255, 255]);
  });

  it('show nothing below the limit when only what exceeds it is asked for', () => {
    const out = new Uint8ClampedArray(12);
    const alpha = heatMapAlpha(3);
    paintArray(Float32Array.of(0, 2.9, 3.1), out, { table: colourTable('inferno'), ...heatMapScale, alpha });
    expect([out[3], out[7], out[11]]).toEqual([0, 0, 255]);
  });

  it('do not veil what good parts commonly show', () => {
    const alpha = heatMapAlpha(null);
    expect(alpha(0.5)).toBe(0);
    expect(alpha(1.5)).toBeCloseTo(0.5);
    expect(alpha(4)).toBe(1);
  });
});

import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeMap, encodeMap } from '../../../src-main/imaging/codec/map-codec.ts';
import { planeOf, scenePlane } from './pictures.ts';

const largestError = (a: Float32Array, b: Float32Array) =>
  a.reduce((largest, value, i) => Math.max(largest, Math.abs(value - b[i]!)), 0);

describe('a stored map', () => {
  it('comes back to within half a step', () => {
    const anyValues = fc.array(fc.float({ min: -50, max: 50, noNaN: true }), {
      minLength: 12,
      maxLength: 12,
    });
    fc.assert(
      fc.property(anyValues, (values) => {
        const map = { width: 4, height: 3, data: Float32Array.from(values) };
        const encoded = encodeMap(map);
        expect(encoded.scale).toBe(1 / 128);
        const decoded = decodeMap(encoded);
        expect(decoded).toMatchObject({ width: 4, height: 3 });
        expect(largestError(map.data, decoded.data)).toBeLessThanOrEqual(encoded.scale / 2 + 1e-5);
      }),
    );
  });

  it('coarsens its step when values span more than its steps reach', () => {
    const map = planeOf(100, 1, (x) => x * 1e4);
    const encoded = encodeMap(map);
    expect(encoded.scale).toBeCloseTo(99e4 / 65535, 6);
    expect(largestError(map.data, decodeMap(encoded).data)).toBeLessThanOrEqual(encoded.scale / 2 + 0.1);
  });

  it('takes a fraction of its single-precision size when it is smooth', () => {
    const map = scenePlane(120, 100);
    expect(encodeMap(map).bytes.length).toBeLessThan((120 * 100 * 4) / 5);
  });

  it('may be constant or empty', () => {
    const constant = planeOf(5, 5, () => 3.25);
    expect(decodeMap(encodeMap(constant))).toEqual(constant);
    const empty = { width: 0, height: 0, data: new Float32Array(0) };
    expect(decodeMap(encodeMap(empty))).toEqual(empty);
  });

  it('with a value that is not finite is refused', () => {
    expect(() => encodeMap(planeOf(2, 1, (x) => (x === 0 ? 0 : NaN)))).toThrow(RangeError);
    expect(() => encodeMap(planeOf(2, 1, (x) => (x === 0 ? 0 : Infinity)))).toThrow(RangeError);
  });

  it('that is damaged or of another shape is an error', () => {
    const encoded = encodeMap(scenePlane(20, 20));
    expect(() => decodeMap({ ...encoded, width: 21 })).toThrow();
    expect(() => decodeMap({ ...encoded, width: 19 })).toThrow();
    expect(() => decodeMap({ ...encoded, bytes: encoded.bytes.slice(0, 20) })).toThrow();
  });
});

import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { colourMapNames, colourStops, colourTable } from '../../../src-main/imaging/maps/colour-maps.ts';
import { renderHeatMap } from '../../../src-main/imaging/maps/heat-map.ts';
import { legendTicks, renderLegend } from '../../../src-main/imaging/maps/legend.ts';
import { renderOverlay } from '../../../src-main/imaging/maps/overlay.ts';
import { encodePng, greyImage } from '../../../src-main/imaging/maps/rgb-image.ts';
import { planeOf } from './pictures.ts';

const scale = { min: 1, max: 5, colourMap: 'viridis' } as const;

describe('colour maps', () => {
  // Lightness in CIE L*a*b*, from linear-light luminance (IEC 61966-2-1, CIE 15).
  const lightness = (red: number, green: number, blue: number) => {
    const linear = [red, green, blue].map((value) => {
      const share = value / 255;
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    const luminance = 0.2126 * linear[0]! + 0.7152 * linear[1]! + 0.0722 * linear[2]!;
    return luminance > 0.008856 ? 116 * Math.cbrt(luminance) - 16 : 903.3 * luminance;
  };

  it.each(colourMapNames)('%s grows lighter at every step and evenly', (name) => {
    const table = colourTable(name);
    expect(table).toHaveLength(3 * 256);
    const steps = Array.from({ length: 16 }, (_, i) => {
      const at = 3 * i * 17;
      return lightness(table[at]!, table[at + 1]!, table[at + 2]!);
    });
    const rises = steps.slice(1).map((value, i) => value - steps[i]!);
    expect(Math.min(...rises)).toBeGreaterThan(2);
    expect(Math.max(...rises)).toBeLessThan(9);
  });

  it('are given to reports as colours from low to high', () => {
    expect(colourStops('viridis', 3)).toEqual(['#440154', '#21918c', '#fde725']);
    expect(colourStops('cividis', 2)).toHaveLength(2);
  });
});

describe('a heat map', () => {
  it('gives the ends of the scale to what lies beyond them', () => {
    const map = { width: 4, height: 1, data: Float32Array.of(-3, 1, 5, 99) };
    const { data } = renderHeatMap(map, scale);
    const low = [0x44, 0x01, 0x54];
    const high = [0xfd, 0xe7, 0x25];
    expect([...data]).toEqual([...low, ...low, ...high, ...high]);
  });

  it('shows what is not a number as the lowest', () => {
    const { data } = renderHeatMap({ width: 1, height: 1, data: Float32Array.of(NaN) }, scale);
    expect([...data]).toEqual([0x44, 0x01, 0x54]);
  });
});

describe('an overlay', () => {
  const part = planeOf(3, 1, () => 0.5);

  it('leaves the part untouched without evidence and colours it as evidence grows', () => {
    const map = { width: 3, height: 1, data: Float32Array.of(0, 3, 5) };
    const { data } = renderOverlay(part, map, { ...scale, opacity: 1 });
    expect([...data.slice(0, 3)]).toEqual([128, 128, 128]);
    expect([...data.slice(6)]).toEqual([0xfd, 0xe7, 0x25]);
    const half = renderHeatMap(map, scale).data.slice(3, 6);
    expect([...data.slice(3, 6)]).toEqual(Array.from(half, (value) => Math.round(64 + value / 2)));
  });

  it('outlines a region around it, not over it, and is cut off at the border', () => {
    const dark = planeOf(12, 12, () => 0);
    const none = planeOf(12, 12, () => 0);
    const box = { x: 0, y: 5, width: 3, height: 2 };
    const { data } = renderOverlay(dark, none, { ...scale, outlines: [box] });
    const white = [...Array(144).keys()].filter((i) => data[3 * i] === 255);
    const inBox = white.filter((i) => i % 12 < 3 && Math.floor(i / 12) >= 5 && Math.floor(i / 12) < 7);
    expect(inBox).toEqual([]);
    expect(white).toContain(3 * 12 + 1);
    expect(white).toContain(5 * 12 + 4);
  });

  it('refuses a map of another size', () => {
    expect(() =>
      renderOverlay(
        part,
        planeOf(2, 1, () => 0),
        scale,
      ),
    ).toThrow('sizes differ: 3 x 1 and 2 x 1');
  });
});

describe('a legend', () => {
  it('runs from the lowest colour on the left to the highest on the right', () => {
    const strip = renderLegend(scale, { width: 256, height: 2 });
    expect(strip.data.subarray(0, 768)).toEqual(colourTable('viridis'));
    expect(strip.data.subarray(768)).toEqual(colourTable('viridis'));
  });

  it('marks round values where they lie on the scale', () => {
    expect(legendTicks({ min: 1, max: 5 }, 4)).toEqual([
      { value: 1, position: 0 },
      { value: 2, position: 0.25 },
      { value: 3, position: 0.5 },
      { value: 4, position: 0.75 },
      { value: 5, position: 1 },
    ]);
  });
});

describe('a picture', () => {
  it('is written as PNG with its own pixels', async () => {
    const image = greyImage(planeOf(3, 2, (x, y) => (x + 3 * y) / 5));
    const { data, info } = await sharp(await encodePng(image))
      .raw()
      .toBuffer({ resolveWithObject: true });
    expect(info).toMatchObject({ width: 3, height: 2, channels: 3 });
    expect([...data]).toEqual([...image.data]);
  });

  it('is reduced to a longest side, never enlarged', async () => {
    const image = greyImage(planeOf(40, 20, () => 0.5));
    expect(await sharp(await encodePng(image, 10)).metadata()).toMatchObject({ width: 10, height: 5 });
    expect(await sharp(await encodePng(image, 100)).metadata()).toMatchObject({ width: 40, height: 20 });
  });

  it('clips intensities outside [0, 1]', () => {
    expect([...greyImage({ width: 2, height: 1, data: Float32Array.of(-1, 2) }).data]).toEqual([
      0, 0, 0, 255, 255, 255,
    ]);
  });
});

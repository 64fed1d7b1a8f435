import type { NumberGrid } from '../../app/read-array.ts';

/** How far a part is from what was expected, in intensity; where the sizes differ, the nearest pixel is compared. */
export function absoluteDifference(part: NumberGrid, expected: NumberGrid): NumberGrid {
  const { width, height } = part;
  const data = new Float32Array(width * height);
  for (let y = 0; y < height; y++) {
    const row = Math.floor(((y + 0.5) * expected.height) / height) * expected.width;
    for (let x = 0; x < width; x++) {
      const other = row + Math.floor(((x + 0.5) * expected.width) / width);
      data[y * width + x] = Math.abs((part.data[y * width + x] ?? 0) - (expected.data[other] ?? 0));
    }
  }
  return { width, height, data };
}

/** A scale with steps that a person can remember, wide enough for all but the most extreme pixels. */
export function differenceScale({ data }: NumberGrid): number {
  const bins = new Uint32Array(1000);
  for (const value of data) {
    const bin = Math.min(bins.length - 1, Math.floor(value * bins.length));
    bins[bin] = (bins[bin] ?? 0) + 1;
  }
  let beyond = data.length * extreme;
  let bin = bins.length - 1;
  while (bin > 0 && beyond >= (bins[bin] ?? 0)) {
    beyond -= bins[bin] ?? 0;
    bin--;
  }
  const wanted = (bin + 1) / bins.length;
  return [0.05, 0.1, 0.2, 0.3, 0.5].find((step) => step >= wanted) ?? 1;
}

/** Share of the pixels that may be beyond the scale. */
const extreme = 0.001;

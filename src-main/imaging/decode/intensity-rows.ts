import type { Samples } from './samples.ts';

/**
 * Fills a row with the single-precision intensities of a picture's row in [0, 1] (stored value / largest value of its
 * depth), over white where it is transparent.
 */
export interface IntensityRows {
  /** 1 for grey, 3 for red, green and blue; interleaved. */
  readonly channels: 1 | 3;
  /** @param row [width x channels] */
  readonly read: (y: number, row: Float32Array) => void;
}

export function intensityRows(samples: Samples): IntensityRows {
  switch (samples.channels) {
    case 1:
    case 3:
      return { channels: samples.channels, read: (y, row) => readOpaque(samples, y, row) };
    case 2:
      return { channels: 1, read: (y, row) => readOverWhite(samples, 1, y, row) };
    case 4:
      return { channels: 3, read: (y, row) => readOverWhite(samples, 3, y, row) };
  }
}

const tables = new Map<number, Float32Array>();

/** The intensity of each value that a sample of so many bits may have: looking it up is quicker than dividing. */
function intensityTable(bitDepth: 8 | 16): Float32Array {
  let table = tables.get(bitDepth);
  if (table === undefined) {
    const largest = 2 ** bitDepth - 1;
    table = Float32Array.from({ length: largest + 1 }, (_, value) => value / largest);
    tables.set(bitDepth, table);
  }
  return table;
}

function readOpaque({ values, bitDepth }: Samples, y: number, row: Float32Array): void {
  const table = intensityTable(bitDepth);
  const start = y * row.length;
  for (let i = 0; i < row.length; i++) row[i] = table[values[start + i]!]!;
}

function readOverWhite(samples: Samples, colours: 1 | 3, y: number, row: Float32Array): void {
  const { values, width, bitDepth } = samples;
  const largest = 2 ** bitDepth - 1;
  let from = y * width * (colours + 1);
  for (let to = 0; to < row.length; from++) {
    const alpha = values[from + colours]! / largest;
    for (const end = to + colours; to < end; from++)
      row[to++] = (values[from]! / largest) * alpha + (1 - alpha);
  }
}

import { tableLength } from './colour-table.ts';
import type { ColourTable } from './colour-table.ts';

export interface PaintOptions {
  readonly table: ColourTable;
  /** Values that take the first and the last colour; what lies beyond takes them, too. */
  readonly low: number;
  readonly high: number;
  /** Opacity of a value, in [0, 1]; everything is opaque when left out. */
  readonly alpha?: ((value: number) => number) | undefined;
}

/**
 * Colours numbers by a table of 256 entries.
 *
 * @param values row-major
 * @param out    [values x 4] red, green, blue, alpha from 0 to 255; written whole
 */
export function paintArray(values: Float32Array, out: Uint8ClampedArray, options: PaintOptions): void {
  const { low, high } = options;
  const entries = rgbaEntries(options);
  const pixels = new Uint32Array(out.buffer, out.byteOffset, values.length);
  const last = tableLength - 1;
  const factor = last / Math.max(1e-12, high - low);
  for (let i = 0; i < values.length; i++) {
    const entry = Math.round(((values[i] ?? 0) - low) * factor);
    pixels[i] = entries[entry < 0 ? 0 : entry > last ? last : entry] ?? 0;
  }
}

/** One 32-bit word for each entry, in the byte order of this machine, so that a pixel is one write. */
function rgbaEntries({ table, low, high, alpha }: PaintOptions): Uint32Array {
  const bytes = new Uint8ClampedArray(tableLength * 4);
  for (let i = 0; i < tableLength; i++) {
    bytes.set(table.subarray(i * 3, i * 3 + 3), i * 4);
    const value = low + ((high - low) * i) / (tableLength - 1);
    bytes[i * 4 + 3] = 255 * (alpha?.(value) ?? 1);
  }
  return new Uint32Array(bytes.buffer);
}

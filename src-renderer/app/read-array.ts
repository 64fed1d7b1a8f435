import { fromInlineArray } from '../../src-shared/contract/inline-array.ts';
import type { InlineArray } from '../../src-shared/contract/inline-array.ts';

export type ContractArray = { shape: readonly [number, number]; dtype: 'f32'; bytes: Blob } | InlineArray;

export interface NumberGrid {
  width: number;
  height: number;
  /** Row-major. */
  data: Float32Array<ArrayBuffer>;
}

/** Numbers on a grid as they come over the contract: shape is [rows, columns]; all our machines are little-endian. */
export async function readArray(array: ContractArray): Promise<NumberGrid> {
  const [height, width] = array.shape;
  const data = 'bytes' in array ? new Float32Array(await array.bytes.arrayBuffer()) : fromInlineArray(array);
  return { width, height, data };
}

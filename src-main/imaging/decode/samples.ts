/** Decoded values as a file stores them, before any conversion to intensities. */
export interface Samples {
  readonly width: number;
  readonly height: number;
  /** 1 grey, 2 grey and alpha, 3 red green blue, 4 red green blue alpha; interleaved, row-major. */
  readonly channels: 1 | 2 | 3 | 4;
  readonly bitDepth: 8 | 16;
  readonly values: Uint8Array | Uint16Array;
  readonly millimetresPerPixel?: number | undefined;
}

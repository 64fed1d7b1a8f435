/**
 * One plane of numbers on a pixel grid. Row-major: the value at column x, row y is `data[y * width + x]`.
 * The unit and range are the owner's to state (intensities are in [0, 1]).
 */
export interface Plane {
  readonly width: number;
  readonly height: number;
  readonly data: Float32Array;
}

/** A decoded photograph. Row-major, channels interleaved (`data[(y * width + x) * channels + c]`), range [0, 1]. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly channels: 1 | 3;
  readonly data: Float32Array;
  /** Bits per channel of the file: intensities are multiples of 1 / (2^bitDepth - 1). */
  readonly bitDepth: 8 | 16;
  /** Size of one pixel on the object when the file states it, in millimetres. */
  readonly millimetresPerPixel?: number | undefined;
}

/** Width and height in pixels. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

/** What a single image file may cost. Larger files are refused before they are decoded. */
export interface DecodeLimits {
  /** Bytes of the file. */
  readonly maxBytes: number;
  /** Width times height, as the file's header states it. */
  readonly maxPixels: number;
}

export const defaultDecodeLimits: DecodeLimits = { maxBytes: 500_000_000, maxPixels: 250_000_000 };

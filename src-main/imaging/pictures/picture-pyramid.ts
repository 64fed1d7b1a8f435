import type { Size } from '../../../src-shared/domain/image.ts';
import type { Samples } from '../decode/samples.ts';
import { displayRange } from './display-range.ts';
import { cutOut, displayed, halved } from './displayed-image.ts';
import type { Cut, DisplayedImage } from './displayed-image.ts';

/** Edge of a tile, in pixels; those at the right and lower edges of a level are smaller. */
export const tileSide = 512;

/** Rows of the picture that become a strip of the next level at a time, so that no second copy of it is needed. */
const stripRows = 256;

/**
 * A picture to look at from near and far. Level 0 is the stored picture itself; each further one has half as many
 * pixels per side, rounded up, down to one that fits a tile.
 */
export class PicturePyramid {
  readonly width: number;
  readonly height: number;
  readonly bitDepth: 8 | 16;
  readonly #samples: Samples;
  readonly #range: number;
  /** Level 1 and up. */
  readonly #reduced: DisplayedImage[] = [];

  constructor(samples: Samples) {
    this.width = samples.width;
    this.height = samples.height;
    this.bitDepth = samples.bitDepth;
    this.#samples = samples;
    this.#range = displayRange(samples);
    if (fitsTile(samples)) return;
    for (let level = this.#firstReduced(); ; level = halved(level)) {
      this.#reduced.push(level);
      if (fitsTile(level)) return;
    }
  }

  get levels(): number {
    return 1 + this.#reduced.length;
  }

  /** Memory that the pixels take. */
  get bytes(): number {
    return this.#reduced.reduce((sum, { data }) => sum + data.byteLength, this.#samples.values.byteLength);
  }

  /** A tile as a screen shows it; undefined where there is none. */
  tile(level: number, column: number, row: number): DisplayedImage | undefined {
    const reduced = this.#reduced[level - 1];
    if (level !== 0 && reduced === undefined) return undefined;
    const cut = tileOf(reduced ?? this, column, row);
    if (cut === undefined) return undefined;
    return reduced === undefined ? displayed(this.#samples, this.#range, cut) : cutOut(reduced, cut);
  }

  /** The stored values of a pixel, one of a grey picture, three of a coloured one; undefined outside. */
  pixel(x: number, y: number): number[] | undefined {
    if (x >= this.width || y >= this.height) return undefined;
    const { channels, values } = this.#samples;
    const start = (y * this.width + x) * channels;
    return [...values.subarray(start, start + (channels <= 2 ? 1 : 3))];
  }

  #firstReduced(): DisplayedImage {
    const { width, height } = this;
    const channels = this.#samples.channels <= 2 ? 1 : 3;
    const size = { width: Math.ceil(width / 2), height: Math.ceil(height / 2) };
    const data = new Uint8Array(size.width * size.height * channels);
    for (let y = 0; y < height; y += stripRows) {
      const cut = { x: 0, y, width, height: Math.min(stripRows, height - y) };
      const strip = halved(displayed(this.#samples, this.#range, cut));
      data.set(strip.data, (y / 2) * size.width * channels);
    }
    return { ...size, channels, data };
  }
}

const fitsTile = ({ width, height }: Size) => Math.max(width, height) <= tileSide;

function tileOf({ width, height }: Size, column: number, row: number): Cut | undefined {
  const x = column * tileSide;
  const y = row * tileSide;
  if (x >= width || y >= height) return undefined;
  return { x, y, width: Math.min(tileSide, width - x), height: Math.min(tileSide, height - y) };
}

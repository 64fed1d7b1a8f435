import type { Size } from '../../../src-shared/domain/image.ts';
import type { Samples } from '../decode/samples.ts';

/** A picture as a screen shows it: grey or red, green and blue; one byte each, interleaved, row-major. */
export interface DisplayedImage extends Size {
  readonly channels: 1 | 3;
  readonly data: Uint8Array;
}

/** Part of a picture; within it. */
export interface Cut extends Size {
  readonly x: number;
  readonly y: number;
}

/**
 * Part of a picture as a screen shows it. Transparent pixels are laid over white.
 *
 * @param range the stored value that is shown as white; see `displayRange`
 */
export function displayed(samples: Samples, range: number, cut: Cut): DisplayedImage {
  const { width, height } = cut;
  const { channels: stored, values, bitDepth } = samples;
  const channels = stored <= 2 ? 1 : 3;
  const hasAlpha = stored !== channels;
  const opaque = 2 ** bitDepth - 1;
  const gain = 255 / range;
  const data = new Uint8Array(width * height * channels);
  for (let row = 0, out = 0; row < height; row++) {
    const start = ((cut.y + row) * samples.width + cut.x) * stored;
    const end = start + width * stored;
    if (!hasAlpha && range === 255) {
      data.set(values.subarray(start, end), row * width * channels);
      continue;
    }
    for (let i = start; i < end; i += stored) {
      const alpha = hasAlpha ? values[i + channels]! / opaque : 1;
      for (let c = 0; c < channels; c++) {
        data[out++] = Math.round(values[i + c]! * gain * alpha + 255 * (1 - alpha));
      }
    }
  }
  return { width, height, channels, data };
}

/** A picture at half the size per side, rounded up: each pixel the mean of those that it stands for. */
export function halved(image: DisplayedImage): DisplayedImage {
  const { width, height, channels, data } = image;
  const size = { width: Math.ceil(width / 2), height: Math.ceil(height / 2) };
  const smaller = new Uint8Array(size.width * size.height * channels);
  for (let y = 0, out = 0; y < size.height; y++) {
    const upper = 2 * y * width * channels;
    const lower = Math.min(2 * y + 1, height - 1) * width * channels;
    for (let x = 0; x < size.width; x++) {
      const left = 2 * x * channels;
      const right = Math.min(2 * x + 1, width - 1) * channels;
      for (let c = 0; c < channels; c++, out++) {
        const sum =
          data[upper + left + c]! +
          data[upper + right + c]! +
          data[lower + left + c]! +
          data[lower + right + c]!;
        smaller[out] = (sum + 2) >> 2;
      }
    }
  }
  return { ...size, channels, data: smaller };
}

/** Part of a displayed picture. */
export function cutOut({ width, channels, data }: DisplayedImage, cut: Cut): DisplayedImage {
  const row = cut.width * channels;
  const part = new Uint8Array(row * cut.height);
  for (let y = 0; y < cut.height; y++) {
    const start = ((cut.y + y) * width + cut.x) * channels;
    part.set(data.subarray(start, start + row), y * row);
  }
  return { width: cut.width, height: cut.height, channels, data: part };
}

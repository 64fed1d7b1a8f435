import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import { createRandom } from '../../src-main/numerics/random/generator.ts';

export interface PartPictureOptions {
  /** Good parts differ by it; the same seed gives the same picture. */
  readonly seed: number;
  /** Whether the part has a dark blot. @default false */
  readonly blot?: boolean;
  /** @default 128 */
  readonly width?: number;
  /** @default 128 */
  readonly height?: number;
}

/** A little part as PNG: brushed lines and a ring, the same on each, and noise of its own. */
export async function partPicture(options: PartPictureOptions): Promise<Buffer> {
  const { seed, blot = false, width = 128, height = 128 } = options;
  const random = createRandom(seed, 'test part');
  const lines = createRandom(7, 'brushed lines');
  const brushed = Float32Array.from({ length: height }, () => 12 * lines.normal());
  const at = { x: width * (0.3 + 0.4 * random.uniform()), y: height * (0.3 + 0.4 * random.uniform()) };
  const pixels = new Uint8Array(width * height);
  for (let y = 0, i = 0; y < height; y++) {
    for (let x = 0; x < width; x++, i++) {
      const fromCentre = Math.hypot(x - width / 2, y - height / 2) / Math.min(width, height);
      const ring = Math.abs(fromCentre - 0.35) < 0.03 ? -60 : 0;
      const dark = blot && Math.hypot(x - at.x, y - at.y) < 9 ? -90 : 0;
      const value = 150 + brushed[y]! + ring + dark + 4 * random.normal();
      pixels[i] = Math.min(255, Math.max(0, Math.round(value)));
    }
  }
  return sharp(pixels, { raw: { width, height, channels: 1 } })
    .png()
    .toBuffer();
}

/** Writes so many parts as part-1.png, part-2.png, ... into a folder, and gives their paths. */
export async function writeParts(
  folder: string,
  count: number,
  options: Partial<PartPictureOptions> = {},
): Promise<string[]> {
  await mkdir(folder, { recursive: true });
  const { seed = 0, ...rest } = options;
  return Promise.all(
    Array.from({ length: count }, async (_, i) => {
      const path = join(folder, `part-${i + 1}.png`);
      await writeFile(path, await partPicture({ ...rest, seed: seed + i }));
      return path;
    }),
  );
}

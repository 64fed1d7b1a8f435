import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';

/** Small pictures part-1.png, part-2.png, ..., each of another grey, so that none is taken for a copy of another. */
export async function writeMany(folder: string, count: number): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (let i = 0; i < count; i++) {
    const background = { r: i % 256, g: Math.floor(i / 256) * 10, b: 128 };
    await sharp({ create: { width: 48, height: 36, channels: 3, background } })
      .png({ compressionLevel: 1 })
      .toFile(join(folder, `part-${i + 1}.png`));
  }
}

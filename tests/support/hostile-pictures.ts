import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import { partPicture } from './part-pictures.ts';

/** A PNG whose header states another size than there are pixels for. */
export function withStatedSize(png: Buffer, width: number, height: number): Buffer {
  const bytes = Buffer.from(png);
  bytes.writeUInt32BE(width, 16);
  bytes.writeUInt32BE(height, 20);
  bytes.writeUInt32BE(crc32(bytes.subarray(12, 29)), 29);
  return bytes;
}

/** Files that no good folder should hold, by name; each must be named and left out. */
export const unusableNames = ['bomb.png', 'cut off.png', 'empty.png', 'letter.jpg', 'tiny.png'];

/** Writes one file of each kind that cannot be used into a folder. */
export async function writeUnusable(folder: string): Promise<void> {
  const png = await partPicture({ seed: 900 });
  const files: Record<string, Buffer | string> = {
    'bomb.png': withStatedSize(png, 60_000, 60_000),
    'cut off.png': png.subarray(0, Math.floor(png.length / 3)),
    'empty.png': '',
    'letter.jpg': 'Dear inspector, this is not a picture.',
    'tiny.png': await partPicture({ seed: 901, width: 5, height: 5 }),
  };
  for (const [name, bytes] of Object.entries(files)) await writeFile(join(folder, name), bytes);
}

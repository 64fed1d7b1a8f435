import { bytesOf, sharp } from '../../libvips/sharp.ts';
import type { DisplayedImage } from './displayed-image.ts';

/** A tile as a PNG file: every value survives, and at this level of compression it is quicker than any lossy format. */
export async function encodeTile({ data, width, height, channels }: DisplayedImage): Promise<Uint8Array> {
  const tile = sharp(data, { raw: { width, height, channels } });
  return (await bytesOf(tile.png({ compressionLevel: 1, adaptiveFiltering: false }))).data;
}

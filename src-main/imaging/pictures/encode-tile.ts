import { sharp } from '../../libvips/sharp.ts';
import type { DisplayedImage } from './displayed-image.ts';

/** A tile as a PNG file: every value survives, and at this level of compression it is quicker than any lossy format. */
export function encodeTile({ data, width, height, channels }: DisplayedImage): Promise<Uint8Array> {
  return sharp(data, { raw: { width, height, channels } })
    .png({ compressionLevel: 1, adaptiveFiltering: false })
    .toBuffer();
}

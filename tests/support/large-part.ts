import sharp from 'sharp';

/** A hundred megapixels of brushed metal, which no compression makes small, as a JPEG file. */
export async function writeLargePart(path: string, side = 10_000): Promise<void> {
  const pixels = new Uint8Array(side * side);
  for (let y = 0, i = 0; y < side; y++) {
    const line = 40 * Math.sin(y * 0.7) * Math.sin(y * 0.013);
    for (let x = 0; x < side; x++, i++) pixels[i] = 130 + line + ((x * 7919 + y * 104_729) % 23);
  }
  await sharp(pixels, { raw: { width: side, height: side, channels: 1 } })
    .jpeg({ quality: 90 })
    .toFile(path);
}

import { bytesOf, sharp } from '../../libvips/sharp.ts';

/** A picture ready for print. */
export interface PreparedPicture {
  /** JPEG. */
  bytes: Uint8Array;
  width: number;
  height: number;
}

export interface DetailPictures {
  image: PreparedPicture;
  heatMap: PreparedPicture;
  expected: PreparedPicture;
}

/** 900 pixels over the 85 mm of a picture's column are 270 per inch: as much as print shows. */
const longestEdge = 900;
const quality = 88;

/**
 * The pictures of each detail at the resolution of print, as JPEG without chroma subsampling: photographs of
 * machined surfaces are noise to PNG, and a report with fifty of them has to go through e-mail.
 *
 * @param details PNG, JPEG or whatever else sharp decodes.
 * @returns One entry for each detail, in the same order; the same input gives the same bytes.
 */
export async function preparePictures(
  details: { image: Uint8Array; heatMap: Uint8Array; expected: Uint8Array }[],
): Promise<DetailPictures[]> {
  const prepared: DetailPictures[] = [];
  // One part at a time: its three pictures already keep sharp's threads busy, and memory stays level.
  for (const { image, heatMap, expected } of details) {
    const [a, b, c] = await Promise.all([prepare(image), prepare(heatMap), prepare(expected)]);
    prepared.push({ image: a, heatMap: b, expected: c });
  }
  return prepared;
}

async function prepare(picture: Uint8Array): Promise<PreparedPicture> {
  const { data, info } = await bytesOf(
    sharp(picture)
      .resize({ width: longestEdge, height: longestEdge, fit: 'inside', withoutEnlargement: true })
      .flatten({ background: '#ffffff' })
      .jpeg({ quality, chromaSubsampling: '4:4:4' }),
  );
  return { bytes: data, width: info.width, height: info.height };
}

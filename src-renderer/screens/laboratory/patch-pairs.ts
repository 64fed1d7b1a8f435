import type { MosaicPicture } from '../../viewer/mosaic.ts';

/** Pixels between patches, and between one pair and the next below it. */
const gap = 1;
const between = 4;

/**
 * Patches above what they were rebuilt to, in lines of so many, one pixel for each of theirs. Both of a pair have the
 * grey of the original's strongest value, so that what coding shrinks looks paler.
 *
 * @param originals [count x side * side]
 * @param rebuilt as originals
 */
export function drawPatchPairs(
  originals: Float32Array,
  rebuilt: Float32Array,
  { count, side, columns }: { count: number; side: number; columns: number },
): MosaicPicture {
  const lines = Math.ceil(count / columns);
  const width = columns * (side + gap) - gap;
  const lineHeight = 2 * side + gap + between;
  const height = lines * lineHeight - between;
  const pixels = new Uint8ClampedArray(width * height * 4);
  for (let patch = 0; patch < count; patch++) {
    const left = (patch % columns) * (side + gap);
    const top = Math.floor(patch / columns) * lineHeight;
    const own = originals.subarray(patch * side * side, (patch + 1) * side * side);
    const strongest = own.reduce((most, value) => Math.max(most, Math.abs(value)), 0) || 1;
    [own, rebuilt.subarray(patch * side * side, (patch + 1) * side * side)].forEach((values, row) => {
      values.forEach((value, i) => {
        const x = left + (i % side);
        const y = top + row * (side + gap) + Math.floor(i / side);
        const grey = 127.5 + (127.5 * value) / strongest;
        pixels.set([grey, grey, grey, 255], 4 * (y * width + x));
      });
    });
  }
  return { width, height, pixels };
}

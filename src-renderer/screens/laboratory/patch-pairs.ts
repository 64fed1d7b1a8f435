import type { MosaicPicture } from '../../viewer/mosaic.ts';

/** Pixels between patches, and between one pair and the next below it. */
const gap = 1;
const between = 4;
/** Of the strongest value of all patches; weaker patches are shown as grey as they are. */
const weakest = 0.05;

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
  const least = weakest * largestMagnitude(originals) || 1;
  for (let patch = 0; patch < count; patch++) {
    const left = (patch % columns) * (side + gap);
    const top = Math.floor(patch / columns) * lineHeight;
    const own = originals.subarray(patch * side * side, (patch + 1) * side * side);
    const strongest = Math.max(largestMagnitude(own), least);
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

function largestMagnitude(values: Float32Array): number {
  return values.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
}

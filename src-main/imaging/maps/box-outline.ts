import type { Box } from '../../../src-shared/domain/region.ts';
import type { RgbImage } from './rgb-image.ts';

type Colour = readonly [red: number, green: number, blue: number];
const line: Colour = [255, 255, 255];
/** On both sides of the white line, so that the box shows on a bright part as well. */
const edge: Colour = [0, 0, 0];
/** The line is one pixel wide for every so many pixels of the longer side. */
const pixelsPerLineWidth = 400;

/** Draws a white outline with dark edges around a box, just outside it; what leaves the picture is cut off. */
export function drawBox(image: RgbImage, box: Box): void {
  const thickness = Math.max(1, Math.round(Math.max(image.width, image.height) / pixelsPerLineWidth));
  for (let ring = 0; ring < thickness + 2; ring++) {
    const colour = ring === 0 || ring === thickness + 1 ? edge : line;
    drawRing(image, box, ring + 1, colour);
  }
}

/** One pixel wide, `distance` pixels outside the box. */
function drawRing(image: RgbImage, box: Box, distance: number, colour: Colour): void {
  const left = box.x - distance;
  const right = box.x + box.width - 1 + distance;
  const top = box.y - distance;
  const bottom = box.y + box.height - 1 + distance;
  for (let x = left; x <= right; x++) {
    setPixel(image, x, top, colour);
    setPixel(image, x, bottom, colour);
  }
  for (let y = top; y <= bottom; y++) {
    setPixel(image, left, y, colour);
    setPixel(image, right, y, colour);
  }
}

function setPixel(image: RgbImage, x: number, y: number, colour: Colour): void {
  if (x < 0 || y < 0 || x >= image.width || y >= image.height) return;
  image.data.set(colour, 3 * (y * image.width + x));
}

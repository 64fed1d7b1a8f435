/** Densities that software writes when it knows none: they say nothing of the object in front of the camera. */
const placeholderDensities = [72, 96];
const millimetresPerInch = 25.4;

/**
 * Size of a pixel in millimetres from a file's density in dots per inch; undefined when the file states none or
 * only a placeholder (72 or 96 dots per inch, to the nearest dot).
 */
export function millimetresPerPixel(dotsPerInch: number | undefined): number | undefined {
  if (dotsPerInch === undefined || !(dotsPerInch > 1)) return undefined;
  if (placeholderDensities.includes(Math.round(dotsPerInch))) return undefined;
  return millimetresPerInch / dotsPerInch;
}

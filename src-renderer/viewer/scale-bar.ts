/** A length on the part that a bar stands for. */
export interface ScaleBar {
  /** In the unit asked for: 1, 2 or 5 times a power of ten. */
  readonly length: number;
  /** Of the bar, in CSS pixels. */
  readonly width: number;
}

/**
 * The longest bar of a round length that is not wider than `most`.
 *
 * @param unitsPerPixel how long a pixel of the picture is
 * @param scale         CSS pixels of the screen for one of the picture
 */
export function scaleBar(unitsPerPixel: number, scale: number, most: number): ScaleBar {
  const longest = (most / scale) * unitsPerPixel;
  const power = 10 ** Math.floor(Math.log10(longest));
  const length = ([5, 2, 1].find((step) => step * power <= longest) ?? 1) * power;
  return { length, width: (length / unitsPerPixel) * scale };
}

import type { Plane, Size } from '../../../src-shared/domain/image.ts';

/** A luminance plane and, where its file has colour, how far each pixel is from grey. */
export interface TintedPlane extends Plane {
  /**
   * See `OpponentTints`: red against green, then yellow against blue, of the same area; left out when there is no colour,
   * or it was not asked for.
   */
  readonly tints?: readonly Plane[] | undefined;
}

/** Colour is looked at by cells of several pixels, so large pictures need not keep three planes of their size. */
const mostPixels = 1_000_000;

/**
 * Opponent colours of a picture, 0 for every grey: red against green, (R - G) / sqrt 2, and yellow against blue,
 * (R + G - 2 B) / sqrt 6, averaged over square blocks of pixels where the picture has more than a million. Together with
 * the mean they turn the colour cube about its grey diagonal (Ohta, Kanade and Sakai 1980; van de Sande, Gevers and Snoek
 * 2010), and they are proportional to the light.
 */
export class OpponentTints {
  readonly planes: readonly [redGreen: Plane, yellowBlue: Plane];
  readonly #size: Size;
  readonly #block: number;
  readonly #redGreen: Float64Array;
  readonly #yellowBlue: Float64Array;

  constructor(size: Size) {
    const { width, height } = size;
    this.#size = size;
    this.#block = Math.max(1, Math.ceil(Math.sqrt((width * height) / mostPixels)));
    const columns = Math.ceil(width / this.#block);
    const rows = Math.ceil(height / this.#block);
    const plane = () => ({ width: columns, height: rows, data: new Float32Array(columns * rows) });
    this.planes = [plane(), plane()];
    this.#redGreen = new Float64Array(columns);
    this.#yellowBlue = new Float64Array(columns);
  }

  /**
   * Takes a row of the picture, each once and from the top.
   *
   * @param row [width x 3] red, green and blue
   */
  add(y: number, row: Float32Array): void {
    const block = this.#block;
    addOpponents(row, block, this.#redGreen, this.#yellowBlue);
    if (y + 1 === this.#size.height || (y + 1) % block === 0) this.#finishBlocks(y, (y % block) + 1);
  }

  #finishBlocks(y: number, height: number): void {
    const { width } = this.#size;
    const block = this.#block;
    const [redGreen, yellowBlue] = this.planes;
    const start = Math.floor(y / block) * redGreen.width;
    for (let column = 0; column < redGreen.width; column++) {
      const area = height * Math.min(block, width - column * block);
      redGreen.data[start + column] = this.#redGreen[column]! / (Math.SQRT2 * area);
      yellowBlue.data[start + column] = this.#yellowBlue[column]! / (Math.sqrt(6) * area);
    }
    this.#redGreen.fill(0);
    this.#yellowBlue.fill(0);
  }
}

/** Adds R - G and R + G - 2 B of a row to the sums of its blocks. */
function addOpponents(
  row: Float32Array,
  block: number,
  redGreen: Float64Array,
  yellowBlue: Float64Array,
): void {
  for (let column = 0, at = 0; at < row.length; column++) {
    const end = Math.min(row.length, at + 3 * block);
    let red = 0;
    let green = 0;
    let blue = 0;
    for (; at < end; at += 3) {
      red += row[at]!;
      green += row[at + 1]!;
      blue += row[at + 2]!;
    }
    redGreen[column]! += red - green;
    yellowBlue[column]! += red + green - 2 * blue;
  }
}

import { parseMoment } from './parse-moment.ts';
import { parseNumber } from './parse-number.ts';

/** A column while its rows arrive. */
export class GrowingColumn {
  readonly #decimal: '.' | ',';
  #values = new Float64Array(1024).fill(NaN);
  #length = 0;
  #numbers = 0;
  #texts = 0;
  #isOfMoments: boolean | undefined;

  constructor(decimal: '.' | ',') {
    this.#decimal = decimal;
  }

  /** A number, or a moment in seconds, as the first cell that is either: see `parseNumber` and `parseMoment`. */
  parse(cell: string): number | null {
    const number = parseNumber(cell, this.#decimal);
    if (number !== null && (Number.isNaN(number) || this.#isOfMoments !== true)) {
      if (!Number.isNaN(number)) this.#isOfMoments = false;
      return number;
    }
    if (this.#isOfMoments === false) return null;
    const moment = parseMoment(cell);
    if (moment !== null) this.#isOfMoments = true;
    return moment;
  }

  /** Whether its numbers are moments, in seconds. */
  get isOfMoments(): boolean {
    return this.#isOfMoments === true;
  }

  put(row: number, value: number | null): void {
    if (value === null) this.#texts++;
    if (value === null || Number.isNaN(value)) return;
    if (row >= this.#values.length) {
      const wider = new Float64Array(2 * row).fill(NaN);
      wider.set(this.#values);
      this.#values = wider;
    }
    this.#values[row] = value;
    this.#length = row + 1;
    this.#numbers++;
  }

  /** Whether it holds numbers rather than text. */
  get isSignal(): boolean {
    return this.#numbers > this.#texts;
  }

  /** Up to the last number; NaN where there is none. */
  values(): Float64Array {
    return this.#values.slice(0, this.#length);
  }
}

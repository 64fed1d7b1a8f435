/** Bytes; what common file systems allow. */
const longestName = 255;

/** Names for files in one folder, so that none overwrites another, also where case does not count. */
export class UniqueNames {
  readonly #taken = new Set<string>();

  /** A name of its own: `stem`, shortened where the name were too long, a number where it is taken, and `ending`. */
  take(stem: string, ending: string): string {
    for (let number = 1; ; number++) {
      const tail = number === 1 ? ending : ` (${number})${ending}`;
      const name = shortened(stem, longestName - Buffer.byteLength(tail)) + tail;
      if (this.#taken.has(name.toLowerCase())) continue;
      this.#taken.add(name.toLowerCase());
      return name;
    }
  }
}

/** The beginning of a text that fits into so many bytes of UTF-8, whole characters only. */
function shortened(text: string, most: number): string {
  let bytes = 0;
  let kept = '';
  for (const character of text) {
    bytes += Buffer.byteLength(character);
    if (bytes > most) break;
    kept += character;
  }
  return kept;
}

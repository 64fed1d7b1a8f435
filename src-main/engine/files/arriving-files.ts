/** A file as a folder shows it at one moment. */
export interface FileState {
  readonly path: string;
  readonly sizeBytes: number;
  /** When it was last written, in milliseconds. */
  readonly modified: number;
}

/** A file that seems to be complete. */
export interface ArrivedFile {
  readonly path: string;
  /** It has not changed for so long that nobody writes to it any more: what is unreadable now stays so. */
  readonly final: boolean;
}

interface Waiting {
  state: FileState;
  /** Since when it has been as it is. */
  since: number;
  /** It was read as it is now, and could not be. */
  tried: boolean;
}

/** Milliseconds without a change after which a file is read. */
const settled = 1000;
/** Milliseconds without a change after which nobody is still writing it. */
const abandoned = 15_000;

/**
 * Tells which new files in watched folders are complete. Nobody says when a camera has written the last byte: a file is
 * tried once its size and date have been still for a moment; one that cannot be read then is tried again when it has
 * changed, and one last time when it has long been still.
 */
export class ArrivingFiles {
  readonly #known: Set<string>;
  readonly #waiting = new Map<string, Waiting>();

  /** @param known files that are no news */
  constructor(known: Iterable<string>) {
    this.#known = new Set(known);
  }

  isKnown(path: string): boolean {
    return this.#known.has(path);
  }

  /**
   * @param seen all files that there are but for known ones
   * @param now  milliseconds from any origin
   * @returns files to read now; each is known from then on unless it is put back
   */
  update(seen: readonly FileState[], now: number): ArrivedFile[] {
    const paths = new Set(seen.map(({ path }) => path));
    for (const path of this.#waiting.keys()) if (!paths.has(path)) this.#waiting.delete(path);
    const arrived: ArrivedFile[] = [];
    for (const state of seen) {
      if (this.#known.has(state.path)) continue;
      const before = this.#waiting.get(state.path);
      if (before?.state.sizeBytes !== state.sizeBytes || before.state.modified !== state.modified) {
        this.#waiting.set(state.path, { state, since: now, tried: false });
        continue;
      }
      const still = now - before.since;
      const final = still >= abandoned;
      if (final || (still >= settled && !before.tried)) {
        before.tried = true;
        this.#known.add(state.path);
        arrived.push({ path: state.path, final });
      }
    }
    return arrived;
  }

  /** A file that could not be read is awaited again. */
  putBack(path: string): void {
    this.#known.delete(path);
  }
}

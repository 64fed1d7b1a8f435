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
/** Files read before that are asked about in one look: a share answers each slowly, and few are ever overwritten. */
const askedAtOnce = 200;

/**
 * Tells which files in watched folders are complete, be they new or overwritten. Nobody says when a camera has written
 * the last byte: a file is tried once its size and date have been still for a moment; one that cannot be read then is
 * tried again when it has changed, and one last time when it has long been still.
 */
export class ArrivingFiles {
  /** As they were when they were last read, or when the watch began; those asked about longest ago first. */
  readonly #read = new Map<string, FileState | null>();
  readonly #waiting = new Map<string, Waiting>();
  #asked = new Set<string>();

  /** @param known files that are no news as they are now; null where that is not known */
  constructor(known: Iterable<readonly [path: string, state: FileState | null]>) {
    for (const [path, state] of known) this.#read.set(path, state);
  }

  /** Begins another look into the folders: a share of the files that were read is asked about in each. */
  beginLook(): void {
    this.#asked = new Set([...this.#read.keys()].slice(0, askedAtOnce));
    for (const path of this.#asked) this.#toTheEnd(path);
  }

  /** Whether a file is to be asked about in this look. */
  isAsked(path: string): boolean {
    return !this.#read.has(path) || this.#asked.has(path) || this.#waiting.has(path);
  }

  /**
   * @param seen the files that there are of those that were asked about
   * @param now  milliseconds from any origin
   * @returns files to read now; each counts as read from then on unless it is put back
   */
  update(seen: readonly FileState[], now: number): ArrivedFile[] {
    const paths = new Set(seen.map(({ path }) => path));
    for (const path of this.#waiting.keys()) if (!paths.has(path)) this.#waiting.delete(path);
    const arrived: ArrivedFile[] = [];
    for (const state of seen) {
      const { path } = state;
      if (this.#read.has(path) && this.#isAsRead(state)) {
        this.#waiting.delete(path);
        continue;
      }
      const before = this.#waiting.get(path);
      if (before === undefined || !isSame(before.state, state)) {
        this.#waiting.set(path, { state, since: now, tried: false });
        continue;
      }
      const still = now - before.since;
      const final = still >= abandoned;
      if (final || (still >= settled && !before.tried)) {
        before.tried = true;
        this.#read.set(path, state);
        arrived.push({ path, final });
      }
    }
    return arrived;
  }

  /** A file that could not be read is awaited again. */
  putBack(path: string): void {
    this.#read.delete(path);
  }

  #isAsRead(state: FileState): boolean {
    const read = this.#read.get(state.path) ?? null;
    // Seen for the first time since the watch began: this is what it is measured by from now on.
    if (read === null) this.#read.set(state.path, state);
    return read === null || isSame(read, state);
  }

  #toTheEnd(path: string): void {
    const state = this.#read.get(path) ?? null;
    this.#read.delete(path);
    this.#read.set(path, state);
  }
}

const isSame = (a: FileState, b: FileState) => a.sizeBytes === b.sizeBytes && a.modified === b.modified;

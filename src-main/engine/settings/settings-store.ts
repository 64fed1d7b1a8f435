import { readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Logger } from 'pino';
import * as z from 'zod';
import { recentProjectSchema, settingsSchema } from '../../../src-shared/contract/settings.ts';
import type { Settings } from '../../../src-shared/contract/settings.ts';
import { makeFolder } from '../files/make-folder.ts';
import { writeFileAtomically } from '../files/write-atomically.ts';

const recentSchema = recentProjectSchema.omit({ exists: true });
/** A project as it was when it was last open here. */
export type RememberedProject = z.infer<typeof recentSchema>;

/** What the application remembers, whatever project is open. */
export interface Remembered {
  readonly settings: Settings;
  /** Latest first. */
  readonly recent: readonly RememberedProject[];
}

/** Settings and recent projects in a JSON file. It is read anew each time, since another window may have written it. */
export class SettingsStore {
  readonly #path: string | null;
  readonly #log: Logger;
  #inMemory: Remembered = understood({});
  #lastChange: Promise<unknown> = Promise.resolve();

  /** @param path null remembers for as long as the engine lives */
  constructor(path: string | null, log: Logger) {
    this.#path = path;
    this.#log = log;
  }

  /** Whether what is remembered outlives the engine. */
  get isKept(): boolean {
    return this.#path !== null;
  }

  async read(): Promise<Remembered> {
    if (this.#path === null) return this.#inMemory;
    try {
      return understood(JSON.parse(await readFile(this.#path, 'utf8')));
    } catch (error) {
      const isNew = error instanceof Error && 'code' in error && error.code === 'ENOENT';
      if (!isNew) this.#log.warn({ err: error }, 'the settings could not be read');
      return understood({});
    }
  }

  /**
   * Changes what is remembered, one change after another.
   *
   * @throws SparsightError 'disk.full', 'disk.read-only'
   */
  change(edit: (remembered: Remembered) => Remembered): Promise<Remembered> {
    const change = this.#lastChange.then(async () => {
      const changed = edit(await this.read());
      await this.#write(changed);
      return changed;
    });
    this.#lastChange = change.catch(() => undefined);
    return change;
  }

  async #write(remembered: Remembered): Promise<void> {
    if (this.#path === null) {
      this.#inMemory = remembered;
      return;
    }
    await makeFolder(dirname(this.#path));
    await writeFileAtomically(this.#path, Buffer.from(`${JSON.stringify(remembered, null, 2)}\n`));
  }
}

/** Whatever of a file makes sense; what a newer version or a slip of the hand put there falls back to its default. */
function understood(file: unknown): Remembered {
  const { settings, recent } = looseSchema.parse(file);
  const sound = Object.entries(settings).filter(([name, value]) => {
    const field = Reflect.get(settingsSchema.shape, name) as z.ZodType | undefined;
    return field?.safeParse(value).success === true;
  });
  return {
    settings: settingsSchema.parse(Object.fromEntries(sound)),
    recent: recent.flatMap((entry) => recentSchema.safeParse(entry).data ?? []),
  };
}

const looseSchema = z
  .object({
    settings: z.record(z.string(), z.unknown()).catch({}),
    recent: z.array(z.unknown()).catch([]),
  })
  .catch({ settings: {}, recent: [] });

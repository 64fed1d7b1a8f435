import { stat } from 'node:fs/promises';
import { parseTable } from '../../../signals/read/parse-table.ts';
import type { SignalTable } from '../../../signals/read/parse-table.ts';
import { readTableFile } from '../../../signals/read/read-table-file.ts';

interface Kept {
  readonly table: SignalTable;
  readonly sizeBytes: number;
  readonly modified: number;
}

/** Numbers together; what was asked for last stays. */
const mostNumbers = 32 * 2 ** 20;

/** Tables that were read lately: one is asked for again and again while somebody tries penalties. */
export class TableMemory {
  readonly #kept = new Map<string, Kept>();

  /** @throws SparsightError as {@link readTableFile} and {@link parseTable} */
  async read(path: string): Promise<SignalTable> {
    const stats = await stat(path).catch(() => undefined);
    const kept = this.#kept.get(path);
    this.#kept.delete(path);
    if (kept?.sizeBytes === stats?.size && kept?.modified === stats?.mtimeMs && kept !== undefined) {
      this.#kept.set(path, kept);
      return kept.table;
    }
    const table = parseTable(await readTableFile(path));
    if (stats !== undefined) this.#kept.set(path, { table, sizeBytes: stats.size, modified: stats.mtimeMs });
    this.#makeRoom();
    return table;
  }

  #makeRoom(): void {
    let numbers = 0;
    for (const [path, { table }] of [...this.#kept].reverse()) {
      numbers += table.columns.reduce((sum, { values }) => sum + values.length, 0);
      if (numbers > mostNumbers) this.#kept.delete(path);
    }
  }
}

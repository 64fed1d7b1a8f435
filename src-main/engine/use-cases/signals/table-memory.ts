import { stat } from 'node:fs/promises';
import type { SignalMethod } from '../../../../src-shared/domain/signal.ts';
import { standardPenalty } from '../../../signals/describe/standard-penalty.ts';
import { parseTable } from '../../../signals/read/parse-table.ts';
import type { SignalTable } from '../../../signals/read/parse-table.ts';
import type { Signal } from '../../../signals/read/take-signal.ts';
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
  readonly #penalties = new Map<string, number>();

  /** The penalty that follows from a signal: it takes far longer to find than one fit. */
  penalty({ sha256 }: SignalTable, { name, values }: Signal, method: SignalMethod): number {
    const key = `${sha256} ${method} ${name}`;
    const penalty = this.#penalties.get(key) ?? standardPenalty(values, method);
    this.#penalties.set(key, penalty);
    return penalty;
  }

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

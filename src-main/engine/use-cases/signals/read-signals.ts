import { basename } from 'node:path';
import type { SignalColumn, SignalFile } from '../../../../src-shared/contract/signals.ts';
import type { ErrorDetails } from '../../../../src-shared/errors/sparsight-error.ts';
import { toErrorDetails } from '../../../../src-shared/errors/sparsight-error.ts';
import { listTables } from '../../../signals/read/list-tables.ts';
import type { SignalTable, TableColumn } from '../../../signals/read/parse-table.ts';
import { columnProblem, countMissing } from '../../../signals/read/take-signal.ts';
import type { CountSteps } from '../../workers/progress-board.ts';
import { counted } from './counted.ts';
import type { TableMemory } from './table-memory.ts';

export interface ReadSignals {
  readonly files: SignalFile[];
  readonly columns: string[];
  readonly problems: ErrorDetails[];
}

/** What files hold, as far as they can be read. */
export async function readSignals(
  memory: TableMemory,
  inputs: readonly string[],
  count: CountSteps,
): Promise<ReadSignals> {
  const files: SignalFile[] = [];
  const problems: ErrorDetails[] = [];
  const paths = await listTables(inputs);
  for (const path of counted(paths, 'reading', count)) {
    try {
      files.push(describeTable(await memory.read(path)));
    } catch (thrown) {
      problems.push({ path, ...toErrorDetails(thrown) });
    }
  }
  return { files, columns: commonColumns(files), problems };
}

function describeTable({ path, columns, sha256: _, ...table }: SignalTable): SignalFile {
  return {
    ...table,
    path,
    name: basename(path),
    columns: columns.map((column) => describeColumn(column, path)),
  };
}

function describeColumn(column: TableColumn, path: string): SignalColumn {
  const { name, unit, values } = column;
  const { missing } = countMissing(values);
  const samples = values.length - missing;
  const extreme = (choose: (a: number, b: number) => number) =>
    samples === 0
      ? null
      : values.reduce(
          (best, value) => (Number.isNaN(value) ? best : choose(best, value)),
          values.at(-1) ?? 0,
        );
  const [min, max] = [extreme(Math.min), extreme(Math.max)];
  const problem = columnProblem(column, path)?.details() ?? null;
  return { name, unit, samples, missing, min, max, constant: min === max, problem };
}

function commonColumns(files: readonly SignalFile[]): string[] {
  const [first, ...others] = files.map(({ columns }) =>
    columns.filter(({ problem }) => problem === null).map(({ name }) => name),
  );
  return (first ?? []).filter((name) => others.every((names) => names.includes(name)));
}

import type { SignalTime } from '../../../src-shared/domain/signal.ts';
import { quantile } from '../../numerics/statistics/quantile.ts';

const named =
  /^(?:elapsed[ _]?)?(?:time|t|zeit|temps|sec|seconds|timestamp|x|index|no\.?|nr\.?|#|sample|samples|step|時間|時刻|経過時間|番号|サンプル)(?:[ _[(].*)?$/i;
const unnamed = /^Column \d+$/;

/** Steps may differ so much from the median one: clocks jitter. */
const jitter = 0.5;
/** Share of the steps that may differ more: a recorder drops a sample now and then. */
const outliers = 0.01;

interface TimeCandidate {
  readonly name: string;
  readonly unit: string | null;
  readonly values: Float64Array;
  readonly isOfMoments: boolean;
}

/** The first column that counts time: of moments, by its name, or the first one without a name, if it rises in even steps. */
export function findTime<Column extends TimeCandidate>(
  columns: readonly Column[],
): { column: Column; time: SignalTime } | undefined {
  for (const [i, column] of columns.entries()) {
    const isFirstUnnamed = i === 0 && columns.length > 1 && unnamed.test(column.name);
    if (!column.isOfMoments && !named.test(column.name) && !isFirstUnnamed) continue;
    const interval = evenStep(column.values);
    if (interval === undefined) continue;
    return { column, time: { name: column.name, unit: column.unit, interval } };
  }
  return undefined;
}

function evenStep(values: Float64Array): number | undefined {
  if (values.length < 3) return undefined;
  const steps = Float64Array.from({ length: values.length - 1 }, (_, i) => values[i + 1]! - values[i]!);
  if (!steps.every((step) => step > 0)) return undefined;
  const median = quantile(steps, 0.5);
  const uneven = steps.filter((step) => Math.abs(step - median) > jitter * median).length;
  if (uneven > outliers * steps.length) return undefined;
  // The whole stretch over its steps: each single one is rounded.
  return uneven === 0 ? (values.at(-1)! - values[0]!) / steps.length : median;
}

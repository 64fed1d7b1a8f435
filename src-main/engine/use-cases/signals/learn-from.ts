import { reasonedError } from '../../../../src-shared/errors/reasoned-error.ts';
import type { ErrorDetails, SparsightError } from '../../../../src-shared/errors/sparsight-error.ts';
import { isAlike, leastParts, planWindows } from '../../../signals/inspect/window-plan.ts';
import type { WindowPlan } from '../../../signals/inspect/window-plan.ts';
import { counted } from './counted.ts';
import { gatherSignals, intervalProblem, tooShort, unlikeCycle, usualInterval } from './gather-signals.ts';
import type { FileSignal } from './gather-signals.ts';
import type { CountSteps } from '../../workers/progress-board.ts';
import type { TableMemory } from './table-memory.ts';

/** Good signals, cut into the parts that are learnt from. */
export interface GoodSignals {
  readonly plan: WindowPlan;
  readonly parts: readonly Float64Array[];
  readonly files: number;
  readonly unit: string | null;
  /** Between samples; null where no file says. */
  readonly interval: number | null;
  /** Files that could not be learnt from. */
  readonly problems: readonly ErrorDetails[];
}

/**
 * Reads good signals: one part for each file of one cycle, or stretches of longer ones.
 *
 * @throws SparsightError 'input.too-few'
 */
export async function learnFrom(
  memory: TableMemory,
  paths: readonly string[],
  column: string,
  windowLength: number | undefined,
  count: CountSteps,
): Promise<GoodSignals> {
  const gathered = await gatherSignals(memory, counted(paths, 'reading', count), column);
  const interval = usualInterval(gathered.signals);
  const problems = [...gathered.problems];
  const sampled = gathered.signals.filter((signal) => {
    const problem = intervalProblem(signal, interval);
    if (problem !== undefined) problems.push(problem.details());
    return problem === undefined;
  });
  if (sampled.length === 0) throw nothingGood(paths, problems);
  const plan = planWindows(
    sampled.map(({ values }) => values.length),
    windowLength,
  );
  if (plan === undefined) throw tooFew(sampled, problems);
  const usable = sampled.filter((signal) => {
    const problem = unusableLength(signal, plan);
    if (problem !== undefined) problems.push(problem.details());
    return problem === undefined;
  });
  const parts = usable.flatMap(({ values }) => cutIntoParts(values, plan));
  const unit = usable[0]?.unit ?? null;
  return { plan, parts, files: usable.length, unit, interval, problems };
}

function unusableLength(signal: FileSignal, { arrangement, partLength }: WindowPlan) {
  const { length } = signal.values;
  if (arrangement === 'cycles') {
    return isAlike(length, partLength) ? undefined : unlikeCycle(signal, partLength);
  }
  return length >= partLength ? undefined : tooShort(signal, 'stretch', partLength);
}

function cutIntoParts(values: Float64Array, { arrangement, partLength }: WindowPlan): Float64Array[] {
  if (arrangement === 'cycles') return [values];
  return Array.from({ length: Math.floor(values.length / partLength) }, (_, i) =>
    values.subarray(i * partLength, (i + 1) * partLength),
  );
}

/** The first reason stands for all: where one file fails, the others mostly fail alike. */
function nothingGood(paths: readonly string[], problems: readonly ErrorDetails[]): SparsightError {
  const [first] = problems;
  const options = { path: first?.path, because: first?.reasons };
  return reasonedError('input.too-few', 'good.none', { files: paths.length }, options);
}

function tooFew(signals: readonly FileSignal[], problems: readonly ErrorDetails[]): SparsightError {
  const samples = signals.reduce((sum, { values }) => sum + values.length, 0);
  const told = { files: signals.length, samples, least: leastParts };
  const left = problems.length;
  return left === 0
    ? reasonedError('input.too-few', 'good.few', told)
    : reasonedError('input.too-few', 'good.few-left', { ...told, left });
}

import { basename } from 'node:path';
import type {
  InspectSignals,
  SignalInspection,
  SignalResult,
} from '../../../../src-shared/contract/signals.ts';
import type { Plane } from '../../../../src-shared/domain/image.ts';
import type { ErrorDetails } from '../../../../src-shared/errors/sparsight-error.ts';
import type { Kernels } from '../../../numerics/kernels/kernels.ts';
import { inspectSignal } from '../../../signals/inspect/inspect-signal.ts';
import { learnSignals } from '../../../signals/inspect/learn-signals.ts';
import type { LearntSignals } from '../../../signals/inspect/learn-signals.ts';
import { tellingSamples } from '../../../signals/inspect/telling-samples.ts';
import { rangeAt } from '../../../signals/inspect/usual-range.ts';
import { isAlike } from '../../../signals/inspect/window-plan.ts';
import { listTables } from '../../../signals/read/list-tables.ts';
import { counted } from './counted.ts';
import { gatherSignals, intervalProblem, tooShort, unlikeCycle } from './gather-signals.ts';
import type { FileSignal } from './gather-signals.ts';
import { learnFrom } from './learn-from.ts';
import type { GoodSignals } from './learn-from.ts';
import { rowsAsPlane } from './rows-as-plane.ts';
import type { CountSteps } from '../../workers/progress-board.ts';
import type { TableMemory } from './table-memory.ts';

export interface InspectedFile extends Omit<SignalResult, 'series' | 'usual'> {
  readonly series: Plane;
  readonly usual: Plane | null;
}

/** What is found, before it crosses to a caller. */
export interface FileInspection extends Omit<SignalInspection, 'results' | 'dictionary' | 'seconds'> {
  readonly dictionary: { readonly atoms: Plane; readonly usage: number[] };
  readonly results: InspectedFile[];
  /** Of the problems, those of files that were to be inspected. */
  readonly uninspected: ErrorDetails[];
}

/** Points of all series together, and of one: more would take long to cross and could not be seen. */
const mostPoints = 500_000;
const mostPointsEach = 2000;
const leastPointsEach = 200;

/** Learns from good signals and inspects others. */
export async function inspectFiles(
  kernels: Kernels,
  memory: TableMemory,
  { good: goodInputs, inspected, column, windowLength, falseRejectRate, reviewRate, seed }: InspectSignals,
  count: CountSteps,
): Promise<FileInspection> {
  const toInspect = await listTables(inspected);
  const good = await learnFrom(memory, await listTables(goodInputs), column, windowLength, count);
  const learnt = learnSignals(kernels, good.parts, good.plan, seed, (done, total) =>
    count('learning', done, total),
  );
  // What is rejected is reviewed, too.
  const limits = {
    review: -Math.log10(Math.max(reviewRate, falseRejectRate)),
    reject: -Math.log10(falseRejectRate),
  };
  const uninspected: ErrorDetails[] = [];
  const results: InspectedFile[] = [];
  const points = Math.min(mostPointsEach, Math.max(leastPointsEach, mostPoints / toInspect.length));
  for (const path of counted(toInspect, 'inspecting', count)) {
    const gathered = await gatherSignals(memory, [path], column);
    uninspected.push(...gathered.problems);
    for (const signal of gathered.signals) {
      const problem = unlikeGood(signal, good);
      if (problem === undefined) results.push(inspectOne(kernels, learnt, limits, signal, points));
      else uninspected.push(problem.details());
    }
  }
  const { plan } = good;
  const { model, scores, windows } = learnt;
  const { dictionary } = model;
  const decided = (decision: SignalResult['decision']) =>
    results.filter((result) => result.decision === decision).length;
  return {
    column,
    unit: good.unit,
    ...plan,
    mostShift: model.alignment?.most ?? null,
    dictionary: {
      atoms: { width: plan.windowLength, height: dictionary.atomCount, data: dictionary.atoms },
      usage: Array.from(dictionary.usage),
    },
    limits,
    falseRejectRate,
    markFrom: limits.review,
    good: { files: good.files, parts: good.parts.length, windows, scores: [...scores] },
    counts: {
      total: results.length,
      pass: decided('pass'),
      review: decided('review'),
      reject: decided('reject'),
      unreadable: toInspect.length - results.length,
    },
    results,
    problems: [...good.problems, ...uninspected],
    uninspected,
  };
}

function unlikeGood(signal: FileSignal, { plan, interval }: GoodSignals) {
  const problem = intervalProblem(signal, interval);
  if (problem !== undefined) return problem;
  const { length } = signal.values;
  if (plan.arrangement === 'cycles') {
    return isAlike(length, plan.partLength) ? undefined : unlikeCycle(signal, plan.partLength);
  }
  return length >= plan.windowLength ? undefined : tooShort(signal, 'window', plan.windowLength);
}

function inspectOne(
  kernels: Kernels,
  { model, calibration }: LearntSignals,
  limits: SignalInspection['limits'],
  { path, sha256, values, time }: FileSignal,
  points: number,
): InspectedFile {
  const { decision, score, shift, marks, rebuilt, scores } = inspectSignal(
    kernels,
    model,
    calibration,
    limits,
    values,
  );
  const { by, samples } = tellingSamples(values, rebuilt, points);
  const series = rowsAsPlane(
    [values, rebuilt, scores].map((row) => Float64Array.from(samples, (i) => row[i] ?? 0)),
  );
  return {
    path,
    name: basename(path),
    sha256,
    decision,
    score,
    samples: values.length,
    time,
    shift,
    marks: [...marks],
    reducedBy: by,
    series,
    usual: model.range === null ? null : rowsAsPlane(rangeAt(model.range, shift ?? 0, samples)),
  };
}

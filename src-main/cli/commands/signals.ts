import { toInlineArray } from '../../../src-shared/contract/inline-array.ts';
import type {
  SignalDescription,
  SignalFile,
  SignalInspection,
} from '../../../src-shared/contract/signals.ts';
import type { ReportFormat, ReportLanguage } from '../../../src-shared/domain/report.ts';
import type { SignalMethod } from '../../../src-shared/domain/signal.ts';
import { happening } from '../error-text.ts';
import { exitCode } from '../exit-codes.ts';
import type { CommandResult, Session } from '../session.ts';

/** What files hold. */
export async function signalRead(
  { client, interrupted, follow }: Session,
  { paths }: { paths: string[] },
): Promise<CommandResult> {
  const read = await follow((progressId) =>
    client.signals.read({ paths, progressId }, { signal: interrupted }),
  );
  return {
    document: read,
    text: [
      ...read.files.flatMap(describeFile),
      ...read.problems.map((problem) => `Unusable: ${happening(problem)}`),
    ].join('\n'),
    ...(read.files.length === 0 ? { exitCode: exitCode.unusable } : {}),
  };
}

export interface TrendOptions {
  file: string;
  column: string;
  method: SignalMethod;
  penalty?: number;
}

/** A signal as few pieces, and where they meet. */
export async function signalTrend(
  { client, interrupted }: Session,
  { file, column, method, penalty }: TrendOptions,
): Promise<CommandResult> {
  const described = await client.signals.describe(
    { path: file, column, method, penalty },
    { signal: interrupted },
  );
  const document = { ...described, series: await inline(described.series) };
  return { document, text: describeTrend(described, method) };
}

export interface SignalInspectOptions {
  good: string[];
  inspect: string[];
  column: string;
  window?: number;
  rejectRate: number;
  seed: number;
  report?: string;
  format: ReportFormat;
  language: ReportLanguage;
  failOnReject?: boolean;
}

/** Signals compared with good ones, and the report if one is asked for. */
export async function signalInspect(
  { client, interrupted, follow }: Session,
  {
    good,
    inspect,
    column,
    window,
    rejectRate,
    seed,
    report,
    format,
    language,
    failOnReject,
  }: SignalInspectOptions,
): Promise<CommandResult> {
  const request = {
    good,
    inspected: inspect,
    column,
    windowLength: window,
    falseRejectRate: rejectRate,
    reviewRate: Math.min(0.5, 2.5 * rejectRate),
    seed,
  };
  const waiting = { signal: interrupted };
  const { inspection, out } = await follow(async (progressId) =>
    report === undefined
      ? { inspection: await client.signals.inspect({ ...request, progressId }, waiting), out: undefined }
      : client.signals.report({ ...request, progressId, out: report, format, language }, waiting),
  );
  const { dictionary, results, ...rest } = inspection;
  const document = {
    ...rest,
    dictionary: { ...dictionary, atoms: await inline(dictionary.atoms) },
    results: await Promise.all(
      results.map(async ({ series, usual, ...result }) => ({
        ...result,
        series: await inline(series),
        usual: usual === null ? null : await inline(usual),
      })),
    ),
    report: out ?? null,
  };
  const rejected = inspection.counts.reject > 0;
  return {
    document,
    text: describeInspection(inspection, out),
    ...(failOnReject === true && rejected ? { exitCode: exitCode.rejected } : {}),
  };
}

export interface SignalSampleOptions {
  out: string;
  seed: number;
}

/** Sample signals in a folder. */
export async function signalSamples(
  { client }: Session,
  { out, seed }: SignalSampleOptions,
): Promise<CommandResult> {
  const made = await client.signals.samples({ out, seed });
  const text = [
    `${made.files} tightening curves in ${made.folder}. To inspect them:`,
    `  sparsight signals inspect --good ${made.good} --inspect ${made.inspected} --column ${made.column}`,
  ].join('\n');
  return { document: made, text };
}

async function inline({ shape, bytes }: SignalDescription['series']) {
  return toInlineArray(shape, new Float32Array(await bytes.arrayBuffer()));
}

const pieces: Record<SignalMethod, { one: string; size: string }> = {
  steps: { one: 'step', size: 'by' },
  trend: { one: 'bend', size: 'slope by' },
  quadraticTrend: { one: 'change of curvature', size: 'curvature by' },
};

function describeFile({ name, rows, encoding, separator, time, columns }: SignalFile): string[] {
  const sampled =
    time === null ? 'no column of time' : `a row every ${rounded(time.interval)} ${time.unit ?? ''}`.trim();
  return [
    `${name}: ${rows} ${rows === 1 ? 'row' : 'rows'}, ${sampled}, ${encoding}, separated by ${separators[separator]}.`,
    ...columns.map(({ name: column, unit, min, max, problem }) => {
      const named = unit === null ? column : `${column} [${unit}]`;
      const range = min === null || max === null ? 'no numbers' : `${rounded(min)} to ${rounded(max)}`;
      return `  ${named.padEnd(24)}${problem === null ? range : problem.message}`;
    }),
  ];
}

const separators = {
  ',': 'commas',
  ';': 'semicolons',
  '\t': 'tabs',
  '|': 'vertical bars',
  ' ': 'blanks',
} as const;

function describeTrend(described: SignalDescription, method: SignalMethod): string {
  const { column, unit, samples, filled, time, changes, noise, penalty } = described;
  const named = unit === null ? column : `${column} [${unit}]`;
  const gaps = filled === 0 ? '' : `, ${filled} missing ones filled in`;
  const at = ({ place, time: moment }: SignalDescription['changes'][number]) =>
    moment === null ? `sample ${place}` : `${rounded(moment)} ${time?.unit ?? ''}`.trim();
  const { one, size } = pieces[method];
  return [
    `${named}: ${samples} samples${gaps}, noise ${rounded(noise)}, penalty ${rounded(penalty.value)}.`,
    changes.length === 1
      ? `One ${one}:`
      : `${changes.length} ${plural(one)}${changes.length === 0 ? '.' : ':'}`,
    ...changes.map((change) => `  ${at(change).padEnd(16)}${size} ${rounded(change.size)}`),
  ].join('\n');
}

const plural = (one: string) => (one.startsWith('change') ? one.replace('change', 'changes') : `${one}s`);

function describeInspection(inspection: SignalInspection, report: string | undefined): string {
  const { good, counts, windowLength, arrangement, results, problems, seconds } = inspection;
  const what = arrangement === 'cycles' ? 'cycles' : 'stretches';
  return [
    `Learnt from ${good.parts} good ${what} in windows of ${windowLength} samples.`,
    ...results.map(describeResult),
    ...problems.map((problem) => `unusable  ${happening(problem)}`),
    `${counts.total} inspected in ${seconds.toFixed(1)} s: ${counts.pass} passed, ${counts.review} to review, ` +
      `${counts.reject} rejected, ${counts.unreadable} unusable.`,
    ...(report === undefined ? [] : [`Report written to ${report}.`]),
  ].join('\n');
}

const faults = { shape: 'unknown shape', high: 'too high', low: 'too low' } as const;

function describeResult({
  decision,
  score,
  name,
  shift,
  marks,
  time,
}: SignalInspection['results'][number]): string {
  const at = (sample: number) => (time === null ? `${sample}` : rounded(sample * time.interval));
  const unit = time === null ? '' : ` ${time.unit ?? ''}`.trimEnd();
  const places = marks.map(({ from, to, fault }) => `${at(from)} to ${at(to)}${unit} ${faults[fault]}`);
  const late = shift ?? 0;
  const moved = late === 0 ? [] : [`begins ${at(Math.abs(late))}${unit} ${late > 0 ? 'late' : 'early'}`];
  const remarks = [...moved, ...places];
  const remarked = remarks.length === 0 ? '' : `  ${remarks.join(', ')}`;
  return `${decision.padEnd(8)}${score.toFixed(2).padStart(6)}  ${name}${remarked}`;
}

const rounded = (value: number) => String(Number(value.toPrecision(4)));

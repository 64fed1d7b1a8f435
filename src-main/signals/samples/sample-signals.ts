import { tighteningCurve, tighteningFaults } from './tightening-curve.ts';
import type { TighteningCurve, TighteningFault } from './tightening-curve.ts';

export interface SampleSignal {
  readonly folder: 'good' | 'inspect';
  readonly name: string;
  readonly csv: string;
}

/** The column of the samples in which faults show best. */
export const sampleColumn = 'Torque';

const goodCycles = 30;
const inspectedGood = 6;
const perFault = 2;

/** Tightening curves as CSV files: good ones to learn from, good and faulty ones to inspect. */
export function sampleSignals(seed: number): SampleSignal[] {
  const cycle = (folder: SampleSignal['folder'], name: string, fault: TighteningFault | null) => ({
    folder,
    name: `${name}.csv`,
    csv: asCsv(tighteningCurve(seed, name, fault)),
  });
  const numbered = (name: string, count: number) =>
    Array.from({ length: count }, (_, i) => `${name}-${String(i + 1).padStart(2, '0')}`);
  return [
    ...numbered('good', goodCycles).map((name) => cycle('good', name, null)),
    ...numbered('screw', inspectedGood).map((name) => cycle('inspect', name, null)),
    ...tighteningFaults.flatMap((fault) =>
      numbered(fault, perFault).map((name) => cycle('inspect', name, fault)),
    ),
  ];
}

function asCsv({ interval, torque, angle, current }: TighteningCurve): string {
  const rows = Array.from(torque, (value, i) =>
    [(i * interval).toFixed(3), value.toFixed(3), angle[i]!.toFixed(1), current[i]!.toFixed(3)].join(','),
  );
  return ['Time [s],Torque [Nm],Angle [deg],Current [A]', ...rows, ''].join('\r\n');
}

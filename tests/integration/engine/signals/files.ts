import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { tighteningCurve } from '../../../../src-main/signals/samples/tightening-curve.ts';
import type { TighteningFault } from '../../../../src-main/signals/samples/tightening-curve.ts';

/** A tightening curve as a recorder would write it. @returns its path */
export function writeCycle(
  folder: string,
  name: string,
  fault: TighteningFault | null = null,
  change: (torque: Float64Array) => Float64Array = (torque) => torque,
): string {
  const { torque, interval } = tighteningCurve(0, name, fault);
  const rows = Array.from(change(torque), (value, i) => `${(i * interval).toFixed(3)},${value.toFixed(3)}`);
  return writeTable(folder, name, ['Time [s],Torque [Nm]', ...rows].join('\n'));
}

/** @returns the file's path */
export function writeTable(folder: string, name: string, content: string | Uint8Array): string {
  mkdirSync(folder, { recursive: true });
  const path = join(folder, `${name}.csv`);
  writeFileSync(path, content);
  return path;
}

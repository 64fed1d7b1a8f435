import type { SignalFile } from '../../../src-shared/contract/signals.ts';

type Time = SignalFile['time'];

/** Where the points of a reduced signal lie: the middle of their samples, in the unit of time where there is one. */
export function pointPlaces(points: number, reducedBy: number, time: Time): Float64Array {
  const interval = time?.interval ?? 1;
  return Float64Array.from({ length: points }, (_, i) => (i * reducedBy + (reducedBy - 1) / 2) * interval);
}

/** Where a sample lies on that axis. */
export function placeOfSample(sample: number, time: Time): number {
  return sample * (time?.interval ?? 1);
}

/** A name with its unit in brackets, where it has one. */
export function withUnit(name: string, unit: string | null | undefined): string {
  return unit === null || unit === undefined || unit === '' ? name : `${name} (${unit})`;
}

/** Decimals that show three figures of a number of such a size. */
export function decimalsFor(size: number): number {
  if (!(Math.abs(size) > 0)) return 0;
  return Math.min(6, Math.max(0, 2 - Math.floor(Math.log10(Math.abs(size)))));
}

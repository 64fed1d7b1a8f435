/**
 * Round positions (1, 2 or 5 times a power of ten) inside [min, max], ascending.
 *
 * @param count About how many are wanted.
 * @param smallestStep The distance never falls below this; 1 keeps ticks on whole numbers.
 */
export function niceTicks(min: number, max: number, count: number, smallestStep = 0): number[] {
  if (!(max > min)) return [min];
  const raw = (max - min) / Math.max(1, count);
  const magnitude = 10 ** Math.floor(Math.log10(raw));
  const factor = [1, 2, 5, 10].find((f) => f * magnitude >= raw * (1 - 1e-9)) ?? 10;
  const step = Math.max(factor * magnitude, smallestStep);
  const first = Math.ceil(min / step - 1e-9);
  const last = Math.floor(max / step + 1e-9);
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, i) =>
    Number(((first + i) * step).toPrecision(12)),
  );
}

/**
 * Which samples to draw where there are too many: of each stretch the one that is least like what was rebuilt, so that a
 * glitch of a few samples stays in sight.
 *
 * @param most points that are wanted at most
 * @returns ascending samples, one for each stretch of `by` samples
 */
export function tellingSamples(
  measured: Float64Array,
  rebuilt: Float64Array,
  most: number,
): { by: number; samples: number[] } {
  const by = Math.max(1, Math.ceil(measured.length / most));
  const difference = (i: number) => Math.abs(measured[i]! - rebuilt[i]!);
  const samples = Array.from({ length: Math.ceil(measured.length / by) }, (_, stretch) => {
    let telling = stretch * by;
    const end = Math.min(measured.length, telling + by);
    for (let i = telling + 1; i < end; i++) if (difference(i) > difference(telling)) telling = i;
    return telling;
  });
  return { by, samples };
}

import type { KernelOptions } from '../kernels/kernel-options.ts';
import type { F32, F64, Kernels } from '../kernels/kernels.ts';

/**
 * Total variation denoising of a signal, exactly and in one pass: least 1/2 |y - x|^2 + lambda sum |x[i + 1] - x[i]|. The
 * running sum of the solution is the shortest path through the tube of radius lambda around the running sum of y (the
 * taut string of Davies & Kovac, Ann. Statist. 29(1), 2001); the path is found by a funnel of its two hulls.
 *
 * @param signal y [n]
 * @param penalty lambda, at least 0
 * @param out x [n], overwritten; may be the signal itself
 * @param options in single precision signal and solution are rounded to it; the path between is in double precision all the
 *   same, so that it takes as long and x is right to about seven digits however long the signal
 * @param kernels with them the path is found in WebAssembly
 * @throws RangeError when the lengths differ or the penalty is negative
 */
export function tautString(
  signal: Float64Array,
  penalty: number,
  out: Float64Array,
  { precision = 'double' }: KernelOptions = {},
  kernels?: Kernels,
): void {
  const n = signal.length;
  if (out.length !== n) throw new RangeError(`A signal of ${n} does not fit ${out.length} values.`);
  if (!(penalty >= 0)) throw new RangeError(`A penalty cannot be ${penalty}.`);
  if (kernels) {
    kernelTautString(kernels, signal, penalty, out, precision);
    return;
  }
  const sums = new Float64Array(n + 1);
  for (let i = 0; i < n; i++) sums[i + 1] = sums[i]! + signal[i]!;
  const radius = (i: number) => (i === 0 || i === n ? 0 : penalty);
  // The string lies below `upper`, whose hull bends upwards, and above `lower`, whose hull bends downwards.
  const upper = createHull(n + 1, (i) => sums[i]! + radius(i), 1);
  const lower = createHull(n + 1, (i) => sums[i]! - radius(i), -1);
  upper.restart(0, 0);
  lower.restart(0, 0);

  for (let i = 1; i <= n; i++) {
    upper.add(i);
    lower.add(i);
    // The new point closes the funnel: the string is taut along the other side up to where it opens again.
    while (upper.size > 0 && lower.size > 0 && upper.firstSlope() < lower.firstSlope()) {
      const [bend, other] = upper.size === 1 ? [lower, upper] : [upper, lower];
      const from = bend.anchor();
      const to = bend.advance();
      fillSlope(from, to, out);
      other.restart(to.place, to.height);
      for (let j = to.place + 1; j <= i; j++) other.add(j);
    }
  }
  for (let from = upper.anchor(); upper.size > 0; from = upper.anchor())
    fillSlope(from, upper.advance(), out);
}

function kernelTautString(
  kernels: Kernels,
  signal: Float64Array,
  penalty: number,
  out: Float64Array,
  precision: 'double' | 'single',
): void {
  kernels.scoped(() => {
    const { functions } = kernels;
    const isSingle = precision === 'single';
    const solve = isSingle ? functions.tautString32 : functions.tautString64;
    const values: F32 | F64 = isSingle ? kernels.copyF32(signal) : kernels.copyF64(signal);
    const scratch = kernels.f64(functions.tautStringScratch(signal.length) / 8);
    solve(values.pointer, signal.length, penalty, values.pointer, scratch.pointer);
    out.set(values.view);
  });
}

interface Knot {
  readonly place: number;
  readonly height: number;
}

function fillSlope(from: Knot, to: Knot, out: Float64Array): void {
  out.fill((to.height - from.height) / (to.place - from.place), from.place, to.place);
}

interface Hull {
  /** Points beyond the anchor. */
  readonly size: number;
  anchor(): Knot;
  /** Slope from the anchor to the first point beyond it. */
  firstSlope(): number;
  /** Forgets all points and starts from a new anchor. */
  restart(place: number, height: number): void;
  add(place: number): void;
  /** Moves the anchor to the first point beyond it, which is returned. */
  advance(): Knot;
}

/** A chain of points whose slopes rise (`bend` 1) or fall (-1). */
function createHull(capacity: number, heightAt: (place: number) => number, bend: 1 | -1): Hull {
  const places = new Int32Array(capacity);
  const heights = new Float64Array(capacity);
  let start = 0;
  let end = 0;
  const slope = (a: number, b: number) => (heights[b]! - heights[a]!) / (places[b]! - places[a]!);
  const knot = (at: number): Knot => ({ place: places[at]!, height: heights[at]! });
  return {
    get size() {
      return end - start;
    },
    anchor: () => knot(start),
    firstSlope: () => slope(start, start + 1),
    restart(place, height) {
      start = end = 0;
      places[0] = place;
      heights[0] = height;
    },
    add(place) {
      end++;
      places[end] = place;
      heights[end] = heightAt(place);
      while (end - start > 1 && bend * (slope(end - 1, end) - slope(end - 2, end - 1)) <= 0) {
        places[end - 1] = places[end]!;
        heights[end - 1] = heights[end]!;
        end--;
      }
    },
    advance() {
      start++;
      return knot(start);
    },
  };
}

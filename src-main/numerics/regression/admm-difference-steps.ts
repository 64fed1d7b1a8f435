import type { F64, Kernels } from '../kernels/kernels.ts';
import { factoriseBand } from '../linalg/banded-cholesky.ts';
import { factorise, solveFactorised } from '../linalg/cholesky-in-place.ts';
import { bandOfSystem, type AdmmSteps } from './admm-steps.ts';
import type { GeneralisedLassoProblem } from './generalised-lasso-problem.ts';
import type { LinearMap } from './linear-map.ts';

/** Most differences a stencil may take. */
const mostOrder = 3;

/**
 * Whether the kernel can solve I + rho FtF from both ends of the signal at once: both must see the same numbers, up to
 * sign, and there must be enough of them for a middle.
 */
export function isSplit({ stencil, columns }: LinearMap): boolean {
  if (!stencil || stencil.length > mostOrder + 1 || columns < 2 * stencil.length) return false;
  const sign = signOf(stencil);
  return stencil.every((value, i) => value === sign * stencil[stencil.length - 1 - i]!);
}

/** What turning the stencil round multiplies it by, where {@link isSplit}. */
function signOf(stencil: Float64Array): 1 | -1 {
  return stencil[0] === stencil[stencil.length - 1] ? 1 : -1;
}

/** Steps for differences of the target itself, where {@link isSplit}. */
export function differenceAdmmSteps(
  kernels: Kernels,
  { target, transform, penalty }: GeneralisedLassoProblem,
  firstRho: number,
): AdmmSteps {
  const { functions } = kernels;
  const stencil = transform.stencil!;
  const sign = signOf(stencil);
  const order = stencil.length - 1;
  const n = target.length;
  const pairs = Math.floor((n - 2 * order) / 2);
  const middle = n - 2 * pairs;
  const paddedStencil = kernels.f64(mostOrder + 1);
  paddedStencil.view.set(stencil);
  const y = kernels.f64(2 * pairs);
  const factor = kernels.f64((mostOrder + pairs + order) * 4);
  const x = kernels.f64(2 * pairs);
  const z = kernels.f64(2 * pairs);
  const u = kernels.f64(2 * pairs);
  const inverse = kernels.f64(middle * middle);
  const middleY = kernels.f64(middle);
  const middleX = kernels.f64(middle);
  const middleZ = kernels.f64(middle - order);
  const middleU = kernels.f64(middle - order);
  const middleWork = kernels.f64(middle);
  const squares = kernels.f64(2);
  fold(target, 1, y, middleY);
  const problem = kernels.copyI32([
    ...[pairs, order, paddedStencil.pointer, y.pointer, factor.pointer, x.pointer, z.pointer, u.pointer],
    ...[middle, inverse.pointer, middleY.pointer, middleX.pointer, middleZ.pointer, middleU.pointer],
    middleWork.pointer,
  ]);

  function prepare(rho: number): void {
    const band = bandOfSystem(stencil, n, rho);
    const system = middleOf(band, order, pairs, middle);
    factoriseBand(band, n, order);
    writeColumns(band, order, pairs, factor.view.subarray(4 * mostOrder));
    invertMiddle(system, band, order, pairs, inverse.view);
  }

  let rho = firstRho;
  prepare(rho);
  return {
    move(count) {
      functions.differenceSteps(problem.pointer, rho, penalty / rho, count, squares.pointer);
      const [primal, change] = squares.view;
      return { primal: primal!, dual: rho * rho * change!, rounding: 0 };
    },
    rebalance(by) {
      rho *= by;
      for (const { view } of [u, middleU]) for (let i = 0; i < view.length; i++) view[i]! /= by;
      prepare(rho);
    },
    read() {
      const multipliers = unfold(u, sign, middleU);
      // What rounding leaves beyond lambda is none of the certificate.
      for (let i = 0; i < multipliers.length; i++)
        multipliers[i] = Math.max(-penalty, Math.min(penalty, rho * multipliers[i]!));
      return {
        coefficients: unfold(x, 1, middleX),
        transformed: unfold(z, sign, middleZ),
        multipliers,
      };
    },
  };
}

/** Lays values out in pairs from both ends, those from the back times the sign, and what is left as the middle. */
function fold(values: Float64Array, sign: 1 | -1, pairs: F64, middle: F64): void {
  const { view } = pairs;
  const count = view.length / 2;
  for (let i = 0; i < count; i++) {
    view[2 * i] = values[i]!;
    view[2 * i + 1] = sign * values[values.length - 1 - i]!;
  }
  middle.view.set(values.subarray(count, values.length - count));
}

/** Undoes {@link fold}. */
function unfold(pairs: F64, sign: 1 | -1, middle: F64): Float64Array {
  const { view } = pairs;
  const count = view.length / 2;
  const values = new Float64Array(view.length + middle.length);
  for (let i = 0; i < count; i++) {
    values[i] = view[2 * i]!;
    values[values.length - 1 - i] = sign * view[2 * i + 1]!;
  }
  values.set(middle.view, count);
  return values;
}

/** The rows and columns [size x size] of a banded system that begin at `first`. */
function middleOf(band: Float64Array, width: number, first: number, size: number): Float64Array {
  const system = new Float64Array(size * size);
  for (let i = 0; i < size; i++)
    for (let j = Math.max(0, i - width); j <= i; j++)
      system[i * size + j] = system[j * size + i] = band[(first + i) * (width + 1) + i - j]!;
  return system;
}

/**
 * The columns of the unit lower factor below their 1, and 1 over the pivots: what LLt = band says of L scaled to a unit
 * diagonal.
 */
function writeColumns(band: Float64Array, width: number, pairs: number, columns: Float64Array): void {
  const w = width + 1;
  for (let j = 0; j < pairs; j++) {
    const pivot = band[j * w]!;
    for (let below = 1; below <= width; below++)
      columns[4 * j + below - 1] = band[(j + below) * w + below]! / pivot;
    columns[4 * j + mostOrder] = 1 / (pivot * pivot);
  }
}

/** The inverse of the middle's system, less what the eliminated pairs of either end take from it. */
function invertMiddle(
  system: Float64Array,
  band: Float64Array,
  width: number,
  pairs: number,
  inverse: Float64Array,
): void {
  const size = Math.sqrt(system.length);
  const L = (i: number, j: number) => (j >= 0 && i - j <= width ? band[i * (width + 1) + i - j]! : 0);
  for (let i = 0; i < width; i++)
    for (let j = 0; j < width; j++) {
      let taken = 0;
      for (let c = pairs - width; c < pairs; c++) taken += L(pairs + i, c) * L(pairs + j, c);
      system[i * size + j]! -= taken;
      system[(size - 1 - i) * size + size - 1 - j]! -= taken;
    }
  factorise(system, size);
  for (let k = 0; k < size; k++) {
    const unit = inverse.subarray(k * size, (k + 1) * size).fill(0);
    unit[k] = 1;
    solveFactorised(system, size, unit);
  }
}

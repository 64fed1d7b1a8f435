// The generalised lasso of differences of a signal by the alternating direction method of multipliers, in double precision. The
// system I + rho FtF is solved from both ends of the signal towards its middle and back, a number from each end in one vector.
// Single precision has no place here: the condition of the system grows with rho, so that it would leave little of the small
// differences that count, and as each number waits for the one before, it would be no quicker either.
//
// Pair i holds number i from the front and number i from the back, which see the same stencil: where that changes its sign when
// it is turned round, z and u of the back are kept with the other sign. A middle of twice the order of the differences, or one
// more, is left to a small dense system.

import { relaxation } from './generalised-admm';

/** Most differences a stencil may take: its numbers less one. */
const mostOrder = 3;

@unmanaged
export class DifferenceProblem {
  /** Pairs of x, y, z and u; all numbers are f64. */
  pairs: i32;
  order: i32;
  /** [4] numbers of F's rows, zeros beyond. */
  stencil: usize;
  /** [pairs] y. */
  target: usize;
  /** [3 + pairs][4] three rows of zeros, then per pair the column of the unit lower factor below its 1, and 1 over its pivot. */
  factor: usize;
  /** [pairs] x. */
  x: usize;
  /** [pairs] */
  z: usize;
  u: usize;
  /** Numbers of the middle: rows of its system, inverted [middle x middle], its y, x and z, u [middle - order]. */
  middle: i32;
  inverse: usize;
  middleTarget: usize;
  middleX: usize;
  middleZ: usize;
  middleU: usize;
  /** [middle] to work with. */
  middleWork: usize;
}

/**
 * `count` steps.
 *
 * @param threshold lambda over rho
 * @param squares [2] overwritten for the last step by |F x - z|^2 and the squared change of z
 */
export function differenceSteps(address: usize, rho: f64, threshold: f64, count: i32, squares: usize): void {
  const problem = changetype<DifferenceProblem>(address);
  for (let step = 0; step < count; step++) {
    memory.copy(problem.middleWork, problem.middleTarget, <usize>problem.middle << 3);
    eliminate(problem, rho);
    solveMiddle(problem, rho);
    shrinkMiddle(problem, threshold, squares);
    substitute(problem, threshold, squares);
  }
}

/** x = L^-1 (y + rho Ft (z - u)) for the pairs; what they leave to the middle is added to its work. */
function eliminate(problem: DifferenceProblem, rho: f64): void {
  const stencil = problem.stencil;
  const s0 = f64x2.splat(rho * load<f64>(stencil));
  const s1 = f64x2.splat(rho * load<f64>(stencil, 8));
  const s2 = f64x2.splat(rho * load<f64>(stencil, 16));
  const s3 = f64x2.splat(rho * load<f64>(stencil, 24));
  let target = problem.target;
  let x = problem.x;
  let z = problem.z;
  let u = problem.u;
  let factor = problem.factor + mostOrder * 32;
  const zero = f64x2.splat(0);
  let p1 = zero;
  let p2 = zero;
  let p3 = zero;
  let x1 = zero;
  let x2 = zero;
  let x3 = zero;
  for (let i = 0; i < problem.pairs; i++) {
    const p0 = f64x2.sub(v128.load(z), v128.load(u));
    let rest = f64x2.relaxed_madd(s0, p0, v128.load(target));
    rest = f64x2.relaxed_madd(s1, p1, rest);
    rest = f64x2.relaxed_madd(s2, p2, rest);
    rest = f64x2.relaxed_madd(s3, p3, rest);
    rest = f64x2.relaxed_nmadd(v128.load64_splat(factor - 96, 16), x3, rest);
    rest = f64x2.relaxed_nmadd(v128.load64_splat(factor - 64, 8), x2, rest);
    rest = f64x2.relaxed_nmadd(v128.load64_splat(factor - 32), x1, rest);
    v128.store(x, rest);
    x3 = x2;
    x2 = x1;
    x1 = rest;
    p3 = p2;
    p2 = p1;
    p1 = p0;
    target += 16;
    z += 16;
    u += 16;
    x += 16;
    factor += 32;
  }
  const front = problem.middleWork;
  const back = front + (<usize>(problem.middle - 1) << 3);
  for (let i: usize = 0; i < <usize>problem.order; i++) {
    let left = f64x2.mul(s1, p1);
    left = f64x2.relaxed_madd(s2, p2, left);
    left = f64x2.relaxed_madd(s3, p3, left);
    left = f64x2.relaxed_nmadd(v128.load64_splat(factor - 96, 16), x3, left);
    left = f64x2.relaxed_nmadd(v128.load64_splat(factor - 64, 8), x2, left);
    left = f64x2.relaxed_nmadd(v128.load64_splat(factor - 32), x1, left);
    store<f64>(front + (i << 3), load<f64>(front + (i << 3)) + f64x2.extract_lane(left, 0));
    store<f64>(back - (i << 3), load<f64>(back - (i << 3)) + f64x2.extract_lane(left, 1));
    x3 = x2;
    x2 = x1;
    x1 = zero;
    p3 = p2;
    p2 = p1;
    p1 = zero;
    factor += 32;
  }
}

function solveMiddle(problem: DifferenceProblem, rho: f64): void {
  const size = <usize>problem.middle;
  const order = <usize>problem.order;
  const stencil = problem.stencil;
  const work = problem.middleWork;
  for (let row: usize = 0; row < size - order; row++) {
    const at = row << 3;
    const pull = rho * (load<f64>(problem.middleZ + at) - load<f64>(problem.middleU + at));
    for (let j: usize = 0; j <= order; j++) {
      const place = work + ((row + j) << 3);
      store<f64>(place, load<f64>(place) + pull * load<f64>(stencil + (j << 3)));
    }
  }
  let inverse = problem.inverse;
  for (let i: usize = 0; i < size; i++) {
    let sum: f64 = 0;
    for (let j: usize = 0; j < size; j++) {
      sum += load<f64>(inverse) * load<f64>(work + (j << 3));
      inverse += 8;
    }
    store<f64>(problem.middleX + (i << 3), sum);
  }
}

function shrinkMiddle(problem: DifferenceProblem, threshold: f64, squares: usize): void {
  const order = <usize>problem.order;
  let primal: f64 = 0;
  let dual: f64 = 0;
  for (let row: usize = 0; row < <usize>problem.middle - order; row++) {
    let here: f64 = 0;
    for (let j: usize = 0; j <= order; j++)
      here += load<f64>(problem.stencil + (j << 3)) * load<f64>(problem.middleX + ((row + j) << 3));
    const z = problem.middleZ + (row << 3);
    const u = problem.middleU + (row << 3);
    const old = load<f64>(z);
    const raised = relaxation * here + (1 - relaxation) * old + load<f64>(u);
    const taken = max(-threshold, min(threshold, raised));
    const fresh = raised - taken;
    store<f64>(z, fresh);
    store<f64>(u, taken);
    primal += (here - fresh) * (here - fresh);
    dual += (fresh - old) * (fresh - old);
  }
  store<f64>(squares, primal);
  store<f64>(squares, dual, 8);
}

/** From the middle out: x of each pair, F x that begins at it, and z and u of that. */
function substitute(problem: DifferenceProblem, threshold: f64, squares: usize): void {
  const stencil = problem.stencil;
  const s0 = v128.load64_splat(stencil);
  const s1 = v128.load64_splat(stencil, 8);
  const s2 = v128.load64_splat(stencil, 16);
  const s3 = v128.load64_splat(stencil, 24);
  const share = f64x2.splat(relaxation);
  const rest = f64x2.splat(1 - relaxation);
  const most = f64x2.splat(threshold);
  const least = f64x2.splat(-threshold);
  let x1 = middlePair(problem, 0);
  let x2 = middlePair(problem, 1);
  let x3 = middlePair(problem, 2);
  const last = <usize>(problem.pairs - 1);
  let x = problem.x + (last << 4);
  let z = problem.z + (last << 4);
  let u = problem.u + (last << 4);
  let factor = problem.factor + (last + mostOrder) * 32;
  let primal = f64x2.splat(0);
  let dual = primal;
  for (let i = 0; i < problem.pairs; i++) {
    let here = f64x2.mul(v128.load(x), v128.load64_splat(factor, 24));
    here = f64x2.relaxed_nmadd(v128.load64_splat(factor, 16), x3, here);
    here = f64x2.relaxed_nmadd(v128.load64_splat(factor, 8), x2, here);
    here = f64x2.relaxed_nmadd(v128.load64_splat(factor), x1, here);
    v128.store(x, here);
    let difference = f64x2.mul(s3, x3);
    difference = f64x2.relaxed_madd(s2, x2, difference);
    difference = f64x2.relaxed_madd(s1, x1, difference);
    difference = f64x2.relaxed_madd(s0, here, difference);
    const old = v128.load(z);
    const relaxed = f64x2.relaxed_madd(share, difference, f64x2.mul(rest, old));
    const raised = f64x2.add(relaxed, v128.load(u));
    const taken = f64x2.max(least, f64x2.min(most, raised));
    const fresh = f64x2.sub(raised, taken);
    v128.store(z, fresh);
    v128.store(u, taken);
    const gap = f64x2.sub(difference, fresh);
    const change = f64x2.sub(fresh, old);
    primal = f64x2.relaxed_madd(gap, gap, primal);
    dual = f64x2.relaxed_madd(change, change, dual);
    x3 = x2;
    x2 = x1;
    x1 = here;
    x -= 16;
    z -= 16;
    u -= 16;
    factor -= 32;
  }
  store<f64>(squares, load<f64>(squares) + sumOfPair(primal));
  store<f64>(squares, load<f64>(squares, 8) + sumOfPair(dual), 8);
}

/** Number i of the middle, and number i from its end; 0 beyond the order. */
function middlePair(problem: DifferenceProblem, i: i32): v128 {
  if (i >= problem.order) return f64x2.splat(0);
  const front = load<f64>(problem.middleX + (<usize>i << 3));
  const back = load<f64>(problem.middleX + (<usize>(problem.middle - 1 - i) << 3));
  return f64x2.replace_lane(f64x2.splat(front), 1, back);
}

@inline
function sumOfPair(pair: v128): f64 {
  return f64x2.extract_lane(pair, 0) + f64x2.extract_lane(pair, 1);
}

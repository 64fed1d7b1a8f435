// The generalised lasso by the alternating direction method of multipliers, in double or in single precision: T is f64 or f32.
// Vectors are those of linear-map.ts; names are those of the TypeScript beside it.

import { sumOfVector } from './lanes';
import { applyMap, applyTransposed, LinearMap, wholeVectors } from './linear-map';
import { solveTriangular } from './triangular-solve';

/** alpha of Boyd et al. 2011. */
export const relaxation: f64 = 1.6;

/**
 * `count` steps.
 *
 * @param factorRows, inverses of AtA + rho FtF, as solveTriangular takes them
 * @param goal [n] At y
 * @param x [n], z and u [m], moved
 * @param work [m] to work with
 * @param threshold lambda over rho
 * @param squares [2] overwritten for the last step by |F x - z|^2 and the squared change of z
 */
export function admmSteps64(
  map: usize,
  factorRows: usize,
  inverses: usize,
  goal: usize,
  x: usize,
  z: usize,
  u: usize,
  work: usize,
  rho: f64,
  threshold: f64,
  count: i32,
  squares: usize,
): void {
  steps<f64>(map, factorRows, inverses, goal, x, z, u, work, rho, threshold, count, squares);
}

/** As {@link admmSteps64}, in single precision. */
export function admmSteps32(
  map: usize,
  factorRows: usize,
  inverses: usize,
  goal: usize,
  x: usize,
  z: usize,
  u: usize,
  work: usize,
  rho: f32,
  threshold: f32,
  count: i32,
  squares: usize,
): void {
  steps<f32>(map, factorRows, inverses, goal, x, z, u, work, rho, threshold, count, squares);
}

@inline
function steps<T>(
  mapAddress: usize,
  factorRows: usize,
  inverses: usize,
  goal: usize,
  x: usize,
  z: usize,
  u: usize,
  work: usize,
  rho: T,
  threshold: T,
  count: i32,
  squares: usize,
): void {
  const map = changetype<LinearMap>(mapAddress);
  const bytesOfX = wholeVectors<T>(map.columns);
  const bytesOfZ = wholeVectors<T>(map.rows);
  const weight = v128.splat<T>(rho);
  for (let step = 0; step < count; step++) {
    for (let at: usize = 0; at < bytesOfZ; at += 16)
      v128.store(work + at, v128.mul<T>(weight, v128.sub<T>(v128.load(z + at), v128.load(u + at))));
    applyTransposed<T>(map, work, x);
    for (let at: usize = 0; at < bytesOfX; at += 16)
      v128.store(x + at, v128.add<T>(v128.load(x + at), v128.load(goal + at)));
    solveTriangular<T>(factorRows, inverses, map.columns, x);
    applyMap<T>(map, x, work);
    shrink<T>(work, z, u, bytesOfZ, threshold, squares);
  }
}

/** z = what shrinkage leaves of the relaxed F x + u, u = what it takes. */
function shrink<T>(Fx: usize, z: usize, u: usize, bytes: usize, threshold: T, squares: usize): void {
  const share = v128.splat<T>(<T>relaxation);
  const rest = v128.splat<T>(<T>(1 - relaxation));
  const most = v128.splat<T>(threshold);
  const least = v128.splat<T>(<T>-threshold);
  let primal = v128.splat<T>(<T>0);
  let dual = primal;
  for (let at: usize = 0; at < bytes; at += 16) {
    const here = v128.load(Fx + at);
    const old = v128.load(z + at);
    const relaxed = v128.add<T>(v128.mul<T>(share, here), v128.mul<T>(rest, old));
    const raised = v128.add<T>(relaxed, v128.load(u + at));
    const taken = v128.max<T>(least, v128.min<T>(most, raised));
    const fresh = v128.sub<T>(raised, taken);
    v128.store(z + at, fresh);
    v128.store(u + at, taken);
    const gap = v128.sub<T>(here, fresh);
    const change = v128.sub<T>(fresh, old);
    primal = v128.relaxed_madd<T>(gap, gap, primal);
    dual = v128.relaxed_madd<T>(change, change, dual);
  }
  store<f64>(squares, sumOfVector<T>(primal));
  store<f64>(squares, sumOfVector<T>(dual), 8);
}

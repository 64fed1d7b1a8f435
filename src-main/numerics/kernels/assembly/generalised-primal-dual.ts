// The generalised lasso by the preconditioned primal-dual algorithm (Pock & Chambolle 2011), in double or in single precision:
// T is f64 or f32. Vectors are those of linear-map.ts; names are those of the TypeScript beside it.

import { applyMap, applyTransposed, LinearMap, wholeVectors } from './linear-map';

/**
 * `count` steps.
 *
 * @param design 0 where y itself is approximated
 * @param target y [samples]
 * @param tau [n], sigma [m], sigmaOfDesign [samples] step sizes, zeros beyond
 * @param x, beyond [n], w [m], p [samples], moved
 * @param work two runs of max(n, m, samples) numbers and the zeros around them, to work with
 * @param other the second of them
 */
export function primalDualSteps64(
  map: usize,
  design: usize,
  target: usize,
  penalty: f64,
  tau: usize,
  sigma: usize,
  sigmaOfDesign: usize,
  x: usize,
  beyond: usize,
  w: usize,
  p: usize,
  work: usize,
  other: usize,
  count: i32,
): void {
  steps<f64>(map, design, target, penalty, tau, sigma, sigmaOfDesign, x, beyond, w, p, work, other, count);
}

/** As {@link primalDualSteps64}, in single precision. */
export function primalDualSteps32(
  map: usize,
  design: usize,
  target: usize,
  penalty: f32,
  tau: usize,
  sigma: usize,
  sigmaOfDesign: usize,
  x: usize,
  beyond: usize,
  w: usize,
  p: usize,
  work: usize,
  other: usize,
  count: i32,
): void {
  steps<f32>(map, design, target, penalty, tau, sigma, sigmaOfDesign, x, beyond, w, p, work, other, count);
}

@inline
function steps<T>(
  mapAddress: usize,
  designAddress: usize,
  target: usize,
  penalty: T,
  tau: usize,
  sigma: usize,
  sigmaOfDesign: usize,
  x: usize,
  beyond: usize,
  w: usize,
  p: usize,
  work: usize,
  other: usize,
  count: i32,
): void {
  const map = changetype<LinearMap>(mapAddress);
  const design = changetype<LinearMap>(designAddress);
  const bytesOfX = wholeVectors<T>(map.columns);
  for (let step = 0; step < count; step++) {
    applyMap<T>(map, beyond, work);
    raiseMultipliers<T>(w, sigma, work, wholeVectors<T>(map.rows), penalty);
    applyTransposed<T>(map, w, work);
    if (designAddress == 0) {
      moveTowards<T>(x, beyond, tau, work, target, bytesOfX);
      continue;
    }
    applyMap<T>(design, beyond, other);
    raiseMisfit<T>(p, sigmaOfDesign, other, target, wholeVectors<T>(design.rows));
    applyTransposed<T>(design, p, other);
    moveAgainst<T>(x, beyond, tau, work, other, bytesOfX);
  }
}

/** w = w + sigma F x', within the penalty. */
function raiseMultipliers<T>(w: usize, sigma: usize, Fx: usize, bytes: usize, penalty: T): void {
  const most = v128.splat<T>(penalty);
  const least = v128.splat<T>(<T>-penalty);
  for (let at: usize = 0; at < bytes; at += 16) {
    const raised = v128.relaxed_madd<T>(v128.load(sigma + at), v128.load(Fx + at), v128.load(w + at));
    v128.store(w + at, v128.max<T>(least, v128.min<T>(most, raised)));
  }
}

/** p = (p + sigma (A x' - y)) / (1 + sigma). */
function raiseMisfit<T>(p: usize, sigma: usize, Ax: usize, target: usize, bytes: usize): void {
  const one = v128.splat<T>(<T>1);
  for (let at: usize = 0; at < bytes; at += 16) {
    const s = v128.load(sigma + at);
    const misfit = v128.sub<T>(v128.load(Ax + at), v128.load(target + at));
    const raised = v128.relaxed_madd<T>(s, misfit, v128.load(p + at));
    v128.store(p + at, v128.div<T>(raised, v128.add<T>(one, s)));
  }
}

/** x = (x - tau (pull - y)) / (1 + tau); beyond is as far ahead of it as it has moved. */
function moveTowards<T>(x: usize, beyond: usize, tau: usize, pull: usize, target: usize, bytes: usize): void {
  const one = v128.splat<T>(<T>1);
  for (let at: usize = 0; at < bytes; at += 16) {
    const t = v128.load(tau + at);
    const old = v128.load(x + at);
    const down = v128.sub<T>(v128.load(target + at), v128.load(pull + at));
    const fresh = v128.div<T>(v128.relaxed_madd<T>(t, down, old), v128.add<T>(one, t));
    v128.store(beyond + at, v128.add<T>(fresh, v128.sub<T>(fresh, old)));
    v128.store(x + at, fresh);
  }
}

/** x -= tau (pull + fit); beyond is as far ahead of it as it has moved. */
function moveAgainst<T>(x: usize, beyond: usize, tau: usize, pull: usize, fit: usize, bytes: usize): void {
  for (let at: usize = 0; at < bytes; at += 16) {
    const old = v128.load(x + at);
    const slope = v128.add<T>(v128.load(pull + at), v128.load(fit + at));
    const fresh = v128.sub<T>(old, v128.mul<T>(v128.load(tau + at), slope));
    v128.store(beyond + at, v128.add<T>(fresh, v128.sub<T>(fresh, old)));
    v128.store(x + at, fresh);
  }
}

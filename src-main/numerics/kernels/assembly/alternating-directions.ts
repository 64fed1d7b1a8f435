// The lasso by the alternating direction method of multipliers (Boyd et al. 2011, section 6.4) in single precision with rho 1,
// the squared norm of an atom, and over-relaxation. The code is the shrunk copy, z of the paper.

import { code, gradient, measureGradient, rowBytes, work } from './coded-signal';
import { solveLifted } from './lifted-system';
import { isLookDue, isReached } from './stopping';
import { pullDown, pullUp, softly } from './thresholds';

/** alpha of the paper. */
const relaxation: f32 = 1.6;

/** @returns whether the goal was reached within the iterations allowed */
export function alternateDirections(goal: f64, maxIterations: i32): bool {
  const u = work;
  const agreed = u + rowBytes;
  const x = agreed + rowBytes;
  memory.fill(u, 0, rowBytes);
  const share = f32x4.splat(relaxation);
  const rest = f32x4.splat(1 - relaxation);
  const down = pullDown(1);
  const up = pullUp(1);
  for (let iteration = 0; !isReached(goal); iteration++) {
    if (iteration == maxIterations) return false;
    for (let at: usize = 0; at < rowBytes; at += 16)
      v128.store(agreed + at, f32x4.sub(v128.load(code + at), v128.load(u + at)));
    solveLifted(agreed, x);
    for (let at: usize = 0; at < rowBytes; at += 16) {
      const relaxed = f32x4.add(
        f32x4.mul(share, v128.load(x + at)),
        f32x4.mul(rest, v128.load(code + at)),
      );
      const raised = f32x4.add(relaxed, v128.load(u + at));
      const fresh = softly(raised, down, up);
      v128.store(code + at, fresh);
      v128.store(u + at, f32x4.sub(raised, fresh));
    }
    if (isLookDue()) measureGradient();
  }
  return true;
}

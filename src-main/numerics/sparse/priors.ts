import { softShrinkage, type Shrinkage } from './shrinkage.ts';

/**
 * A prior on one coefficient r of the sparse coding model, as -log p(r) up to constants (Olshausen & Field, Nature
 * 381, 1996): the energy to minimise is 1/2 |y - D x|^2 + lambda sum S(x_k).
 */
export interface SparsityPrior {
  /** S(r), without unit, 0 at 0. */
  cost(r: number): number;
  /** S'(r); at a kink the middle of the subgradients. */
  derivative(r: number): number;
  /**
   * The shrinkage that the prior gives: the a that minimises (u - a)^2 / 2 + lambda S(a) for a value u and lambda >= 0.
   * Where S is smooth at a, u - a = lambda S'(a).
   */
  readonly shrink: Shrinkage;
}

/** S(r) = r^2 / 2: coefficients are small, none is zero. */
export const gaussianPrior: SparsityPrior = {
  cost: (r) => (r * r) / 2,
  derivative: (r) => r,
  shrink: (value, lambda) => value / (1 + lambda),
};

/** S(r) = |r|: the lasso's prior. */
export const laplacePrior: SparsityPrior = {
  cost: (r) => Math.abs(r),
  derivative: (r) => Math.sign(r),
  shrink: softShrinkage,
};

/** S(r) = log(1 + r^2): heavy tails, which leave large coefficients nearly as they are. */
export const cauchyPrior: SparsityPrior = {
  cost: (r) => Math.log1p(r * r),
  derivative: (r) => (2 * r) / (1 + r * r),
  shrink: shrinkCauchy,
};

/**
 * The stationary points solve a^3 - u a^2 + (1 + 2 lambda) a - u = 0, which has one root in [0, u] or three; of the
 * outermost two the one with less energy is taken.
 */
function shrinkCauchy(value: number, lambda: number): number {
  const u = Math.abs(value);
  const energy = (a: number) => (u - a) ** 2 / 2 + lambda * Math.log1p(a * a);
  const low = newton(u, lambda, 0);
  const high = newton(u, lambda, u);
  return Math.sign(value) * (energy(low) < energy(high) ? low : high);
}

/**
 * Newton's steps from an end of [0, u] towards the nearest root: bracketed, since between the turning points of the
 * cubic a step may leave the interval.
 */
function newton(u: number, lambda: number, start: number): number {
  const polynomial = (a: number) => ((a - u) * a + 1 + 2 * lambda) * a - u;
  let a = start;
  for (let step = 0; step < 200; step++) {
    const slope = (3 * a - 2 * u) * a + 1 + 2 * lambda;
    if (slope <= 0) break;
    const next = Math.min(Math.max(a - polynomial(a) / slope, 0), u);
    if (Math.abs(next - a) <= 1e-15 * u) return next;
    a = next;
  }
  return a;
}

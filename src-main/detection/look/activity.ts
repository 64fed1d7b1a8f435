import type { SparseCodes } from '../../numerics/sparse/sparse-codes.ts';

/** How often good patches use each atom, and how strongly. */
export interface AtomActivity {
  /** [atomCount] share of good patches whose code holds the atom, in (0, 1]. */
  readonly usage: Float32Array;
  /** [atomCount] mean magnitude of its coefficient where it is used, in intensity times the patch's side. */
  readonly magnitude: Float32Array;
}

/** So that an atom that good parts hardly use is rare, not impossible. */
const leastUsage = 1e-4;
const leastMagnitude = 1e-4;

/** Per atom, the part of the code cost that does not depend on the coefficient, and what multiplies its magnitude. */
export interface CodeCosts {
  readonly fixed: Float64Array;
  readonly slope: Float64Array;
}

/** Costs under Laplace-distributed coefficients of the learnt scale: -log p_k + log 2 b_k + |c| / b_k. */
export function codeCosts({ usage, magnitude }: AtomActivity): CodeCosts {
  const scale = Float64Array.from(magnitude, (b) => Math.max(b, leastMagnitude));
  return {
    fixed: Float64Array.from(
      scale,
      (b, k) => -Math.log(Math.max(usage[k]!, leastUsage)) + Math.log(b / leastMagnitude),
    ),
    slope: scale.map((b) => 1 / b),
  };
}

/**
 * Code cost of each patch in nats, up to a constant.
 *
 * @param out [count], written from `offset` on
 */
export function writeCodeCosts(
  { fixed, slope }: CodeCosts,
  codes: SparseCodes,
  count: number,
  out: Float32Array,
  offset: number,
): void {
  const { nonzeros } = codes;
  const indices = codes.indices.view;
  const coefficients = codes.coefficients.view;
  const sizes = codes.sizes.view;
  for (let i = 0; i < count; i++) {
    let cost = 0;
    const first = i * nonzeros;
    for (let j = first; j < first + sizes[i]!; j++) {
      const atom = indices[j]!;
      cost += fixed[atom]! + slope[atom]! * Math.abs(coefficients[j]!);
    }
    out[offset + i] = cost;
  }
}

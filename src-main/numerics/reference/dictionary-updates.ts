// What learning does to a dictionary, in double precision and plain loops over dense codes: what the kernels are
// compared with. Matrices are arrays of rows: signals Y [count][dimension], codes X [count][atoms], atoms D
// [atoms][dimension].

type Rows = readonly (readonly number[])[];

/** Y - X D, row by row. */
function residualRows(signals: Rows, codes: Rows, atoms: Rows): number[][] {
  return signals.map((signal, i) =>
    signal.map((entry, a) => entry - atoms.reduce((sum, atom, k) => sum + codes[i]![k]! * atom[a]!, 0)),
  );
}

/**
 * One sweep of approximate K-SVD (Rubinstein, Zibulevsky & Elad 2008, figure 5): for each atom d with coefficients g
 * over the patches I that use it, d = E_I^T g normalised, then g = E_I d, where E = Y - X D without d.
 *
 * @returns new atoms and codes; the arguments are not changed
 */
export function approximateKsvdSweep(
  signals: Rows,
  codes: Rows,
  atoms: Rows,
): { atoms: number[][]; codes: number[][] } {
  const D = atoms.map((atom) => [...atom]);
  const X = codes.map((code) => [...code]);
  for (let k = 0; k < D.length; k++) {
    const users = X.map((_, i) => i).filter((i) => X[i]![k] !== 0);
    if (users.length === 0) continue;
    const without = D.map((atom, j) => (j === k ? atom.map(() => 0) : atom));
    const E = residualRows(signals, X, without);
    const sum = D[k]!.map((_, a) => users.reduce((total, i) => total + X[i]![k]! * E[i]![a]!, 0));
    const norm = Math.hypot(...sum);
    const d = sum.map((entry) => entry / norm);
    for (const i of users) X[i]![k] = E[i]!.reduce((total, entry, a) => total + entry * d[a]!, 0);
    D[k] = d;
  }
  return { atoms: D, codes: X };
}

/** Sums A = X^T X and B = X^T Y of online dictionary learning (Mairal et al. 2010). */
export function onlineSums(signals: Rows, codes: Rows): { A: number[][]; B: number[][] } {
  const products = (right: Rows) =>
    codes[0]!.map((_, k) =>
      right[0]!.map((_unused, j) => codes.reduce((sum, code, i) => sum + code[k]! * right[i]![j]!, 0)),
    );
  return { A: products(codes), B: products(signals) };
}

/** One block-coordinate sweep d_k + (b_k - D a_k) / A_kk, scaled to unit norm (Mairal et al. 2010, algorithm 2). */
export function onlineSweep(A: Rows, B: Rows, atoms: Rows): number[][] {
  const D = atoms.map((atom) => [...atom]);
  for (let k = 0; k < D.length; k++) {
    if (!(A[k]![k]! > 0)) continue;
    const moved = D[k]!.map(
      (entry, a) =>
        entry + (B[k]![a]! - D.reduce((sum, atom, j) => sum + A[k]![j]! * atom[a]!, 0)) / A[k]![k]!,
    );
    const norm = Math.hypot(...moved);
    D[k] = moved.map((entry) => entry / norm);
  }
  return D;
}

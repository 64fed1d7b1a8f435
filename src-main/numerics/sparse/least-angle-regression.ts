import type { KernelOptions } from '../kernels/kernel-options.ts';
import type { Kernels } from '../kernels/kernels.ts';
import { checkVector, type DenseMatrix } from '../linalg/dense-matrix.ts';
import { rowSquares, transposeTimesVector } from '../linalg/products.ts';
import { progressiveCholesky } from '../linalg/progressive-cholesky.ts';
import { rowProducts } from '../linalg/row-products.ts';
import { innerProduct } from '../linalg/vectors.ts';
import { kernelLeastAngle } from './kernel-least-angle.ts';

export interface LarsOptions extends KernelOptions {
  /** 'lars' never lets go of an atom; 'lasso' does where its coefficient passes zero: the lasso's path. */
  readonly method: 'lars' | 'lasso';
  /** Codes with coefficients of 0 or more; only with 'lasso'. @default false */
  readonly nonNegative?: boolean;
  /** End the path at this penalty. @default 0 */
  readonly leastPenalty?: number;
  /** Most steps. @default 8 times the smaller side of the problem */
  readonly maxSteps?: number;
  /** Inner products of all pairs of atoms, where the caller has them: each step is cheaper then. Not used in single precision. */
  readonly gram?: DenseMatrix;
}

/** A piecewise linear path: between two knots the coefficients are proportional to the penalty's way from one to the other. */
export interface LarsPath {
  /** [knots] falling: the correlation that all active atoms share, which is the lasso's lambda. */
  readonly penalties: Float64Array;
  /** At each knot the coefficients [atomCount]. */
  readonly coefficients: readonly Float64Array[];
  /** Active atoms at the end of the path, in the order in which they entered. */
  readonly active: readonly number[];
}

/** Correlations that differ by less than this share of the first are equal. */
const equality = 1e-12;
/** Times that an atom may rest and move again at one level: rounding must not have them take turns for ever. */
const mostChanges = 4;
/** How much slower than the level the correlation of a resting atom must fall to count as above it. */
const slower = 1e-9;

/**
 * Least angle regression, and with its lasso modification the lasso's whole regularisation path (Efron, Hastie,
 * Johnstone & Tibshirani, Ann. Statist. 32(2), 2004), the objective being that of `LassoProblem`. Atoms are taken as
 * they are, without centring or scaling. An atom that depends on the active ones is left out until one of them leaves. Where
 * several reach the level at once, the lasso moves those that must move, none of them to its wrong side.
 *
 * @param atoms [atomCount x dimension]
 * @param signal [dimension]
 * @param kernels with them the correlations, most of the work, are summed in WebAssembly, two numbers at a time. With
 *   `precision: 'single'` all of a step is done there: the correlations in single precision, measured afresh at every knot,
 *   the atoms in use in double precision. Coefficients are as exact then, but an atom joins where its correlation is within
 *   about 1e-6 of the residual's norm times its own of the shared one. Where atoms depend on each other so nearly that this
 *   loses the path, it is followed in double precision after all. Atoms must be in the range of single precision, the
 *   signal may be in any unit; a signal with a NaN or infinite value has a path of one knot, of zeros
 * @throws RangeError when shapes do not fit, or for non-negative 'lars'
 */
export function leastAngleRegression(
  atoms: DenseMatrix,
  signal: Float64Array,
  options: LarsOptions,
  kernels?: Kernels,
): LarsPath {
  checkVector(signal, atoms.columns, 'signal');
  if (options.nonNegative && options.method === 'lars')
    throw new RangeError('Only the lasso has a non-negative path.');
  const maxSteps = options.maxSteps ?? 8 * Math.min(atoms.rows, atoms.columns);
  if (kernels && options.precision === 'single') {
    const path = kernelLeastAngle(kernels, atoms, signal, options, maxSteps);
    if (path) return path;
  }
  const work = () => followPath(atoms, signal, options, maxSteps, rowProducts(atoms, kernels));
  return kernels ? kernels.scoped(work) : work();
}

function followPath(
  atoms: DenseMatrix,
  signal: Float64Array,
  { method, nonNegative = false, leastPenalty = 0, gram }: LarsOptions,
  maxSteps: number,
  timesAtoms: (v: Float64Array, out: Float64Array) => void,
): LarsPath {
  const { rows, columns, values } = atoms;
  const squares = rowSquares(atoms);
  const correlations = new Float64Array(rows);
  timesAtoms(signal, correlations);
  const x = new Float64Array(rows);
  const active: number[] = [];
  const isActive = new Uint8Array(rows);
  const isOut = new Uint8Array(rows);
  const factor = progressiveCholesky();
  const products = new Float64Array(rows);
  const direction = new Float64Array(rows);
  const image = new Float64Array(columns);
  const change = new Float64Array(rows);

  const admissible = (k: number) => (nonNegative ? correlations[k]! : Math.abs(correlations[k]!));
  const strongest = () => {
    let best = -1;
    for (let k = 0; k < rows; k++)
      if (!isActive[k] && !isOut[k] && (best < 0 || admissible(k) > admissible(best))) best = k;
    return best;
  };
  const enter = (k: number) => {
    active.forEach((j, place) => {
      products[place] = gram
        ? gram.values[k * rows + j]!
        : innerProduct(values, j * columns, values, k * columns, columns);
    });
    if (!(squares[k]! > 0) || !factor.append(products, squares[k]!)) {
      isOut[k] = 1;
      return;
    }
    active.push(k);
    isActive[k] = 1;
  };

  const leave = (place: number) => {
    const [k] = active.splice(place, 1);
    isActive[k!] = 0;
    factor.remove(place);
    isOut.fill(0);
  };
  const first = strongest();
  let level = first < 0 ? 0 : Math.max(admissible(first), 0);
  let joining = first;
  const rounding = equality * level;
  const penalties: number[] = [level];
  const knots: Float64Array[] = [x.slice()];

  /** The direction in which all active correlations fall equally: Gram d = sign(c). */
  const aim = () => {
    change.fill(0);
    const d = direction.subarray(0, active.length);
    active.forEach((k, place) => {
      d[place] = correlations[k]! < 0 ? -1 : 1;
    });
    factor.solve(d);
    active.forEach((k, place) => {
      change[k] = d[place]!;
    });
  };
  const measure = () => {
    if (gram) transposeTimesVector(gram, change, products);
    else {
      transposeTimesVector(atoms, change, image);
      timesAtoms(image, products);
    }
  };
  const onItsSide = (k: number, value: number) => (correlations[k]! < 0 ? -value : value);

  /**
   * The lasso's direction, where of the atoms that rest at 0 and share the level those move that would rise above it else, and
   * none to its wrong side: least squares with signs (Lawson & Hanson 1974).
   */
  const aimWithSigns = () => {
    const before = new Float64Array(rows);
    const refused = new Set<number>();
    let entered = -1;
    for (let changes = 0; ; changes++) {
      aim();
      const wrong = active.filter((k) => x[k] === 0 && onItsSide(k, change[k]!) < 0);
      if (wrong.length === 0) {
        measure();
        entered = -1;
        let most = slower;
        for (let k = 0; k < rows; k++) {
          if (admissible(k) < level - rounding || isActive[k] || isOut[k] || refused.has(k)) continue;
          const gain = 1 - onItsSide(k, products[k]!);
          if (gain > most) [most, entered] = [gain, k];
        }
        if (entered < 0 || changes > mostChanges * rows) return;
        before.set(change);
        enter(entered);
        continue;
      }
      // As far as none is on its wrong side; those that come to rest there leave, what has just entered for this step.
      const shares = wrong.map((k) => before[k]! / (before[k]! - change[k]!));
      const share = Math.min(...shares);
      for (let k = 0; k < rows; k++) before[k]! += share * (change[k]! - before[k]!);
      wrong.forEach((k, i) => {
        if (shares[i]! > share + equality) return;
        before[k] = 0;
        if (k === entered) refused.add(k);
        leave(active.indexOf(k));
      });
    }
  };

  for (let step = 0; step < maxSteps && level > Math.max(leastPenalty, rounding); step++) {
    if (joining >= 0) enter(joining);
    if (method === 'lasso') aimWithSigns();
    else {
      while (factor.size < Math.min(rows, columns)) {
        const next = strongest();
        if (next < 0 || admissible(next) < level - rounding) break;
        enter(next);
      }
      aim();
      measure();
    }
    if (active.length === 0) break;

    // How far the level falls: to the end, to another atom's correlation, or to where a coefficient passes zero.
    let fall = level - leastPenalty;
    joining = -1;
    if (active.length < Math.min(rows, columns)) {
      for (let k = 0; k < rows; k++) {
        if (isActive[k] || isOut[k]) continue;
        const above = (level - correlations[k]!) / (1 - products[k]!);
        if (above > rounding && above < fall) [fall, joining] = [above, k];
        const below = (level + correlations[k]!) / (1 + products[k]!);
        if (!nonNegative && below > rounding && below < fall) [fall, joining] = [below, k];
      }
    }
    let leaving = -1;
    if (method === 'lasso') {
      active.forEach((k, place) => {
        const zero = -x[k]! / change[k]!;
        if (zero > 0 && zero < fall) [fall, leaving] = [zero, place];
      });
    }
    for (let k = 0; k < rows; k++) {
      const step = fall * change[k]!;
      // What reaches 0 together with another atom's joining is 0 but for rounding.
      x[k] = method === 'lasso' && Math.abs(x[k]! + step) <= equality * Math.abs(step) ? 0 : x[k]! + step;
      correlations[k]! -= fall * products[k]!;
    }
    level -= fall;
    if (leaving >= 0) {
      joining = -1;
      x[active[leaving]!] = 0;
      leave(leaving);
    }
    penalties.push(Math.max(level, 0));
    knots.push(x.slice());
  }
  return { penalties: Float64Array.from(penalties), coefficients: knots, active };
}

/** The coefficients at any penalty within the path, into `out` [atomCount]; its ends are held beyond it. */
export function coefficientsAt(
  { penalties, coefficients }: LarsPath,
  penalty: number,
  out: Float64Array,
): void {
  const after = penalties.findIndex((knot) => knot <= penalty);
  if (after <= 0) {
    out.set(coefficients.at(after)!);
    return;
  }
  const [high, low] = [penalties[after - 1]!, penalties[after]!];
  const share = high > low ? (high - penalty) / (high - low) : 1;
  const [from, to] = [coefficients[after - 1]!, coefficients[after]!];
  for (let k = 0; k < out.length; k++) out[k] = from[k]! + share * (to[k]! - from[k]!);
}

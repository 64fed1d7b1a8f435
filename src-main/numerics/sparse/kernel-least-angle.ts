import type { Kernels } from '../kernels/kernels.ts';
import type { DenseMatrix } from '../linalg/dense-matrix.ts';
import type { LarsOptions, LarsPath } from './least-angle-regression.ts';
import { singleDesign } from './single-design.ts';

/** Levels below this share of the first are rounding. */
const equality = 1e-12;

/**
 * The path of `leastAngleRegression`, whose arguments these are and which has checked them, in single precision.
 *
 * @returns null where atoms depend on each other so nearly that only a Cholesky factor will do
 */
export function kernelLeastAngle(
  kernels: Kernels,
  atoms: DenseMatrix,
  signal: Float64Array,
  { method, nonNegative = false, leastPenalty = 0 }: LarsOptions,
  maxSteps: number,
): LarsPath | null {
  const { rows: atomCount, columns: dimension } = atoms;
  const most = Math.min(atomCount, dimension);
  return kernels.scoped(() => {
    const { functions } = kernels;
    const design = singleDesign(kernels, atoms);
    const target = kernels.f64(design.stride);
    target.view.set(signal);
    const report = kernels.f64(5 + 2 * most);
    const scratch = kernels.f64(functions.leastAngleScratch(atomCount, design.stride, most) / 8);
    const first = functions.leastAngleBegin(
      design.atoms.pointer,
      design.rows.pointer,
      atomCount,
      dimension,
      design.stride,
      target.pointer,
      most,
      method === 'lasso' ? 1 : 0,
      nonNegative ? 1 : 0,
      report.pointer,
      scratch.pointer,
    );
    const penalties = [first];
    const coefficients = [new Float64Array(atomCount)];
    const active: number[] = [];
    const found = report.view;
    const places = found.subarray(5 + most);
    const end = Math.max(leastPenalty, equality * first);
    // Atoms that share a level, or are passed over, take steps of their own in which it does not fall.
    let stepsLeft = 2 * (maxSteps + atomCount);
    for (let level = first; coefficients.length <= maxSteps && level > end && level < Infinity;) {
      if (stepsLeft-- === 0) break;
      if (functions.leastAngleStep(leastPenalty) === 0) return null;
      level = found[0]!;
      const [joined, left] = [found[2]!, found[3]!];
      if (joined >= 0) active.push(joined);
      if (left >= 0) active.splice(active.indexOf(left), 1);
      if (found[4] === 0) continue;
      const knot = new Float64Array(atomCount);
      for (let place = 0; place < found[1]!; place++) knot[places[place]!] = found[5 + place]!;
      penalties.push(Math.max(level, 0));
      coefficients.push(knot);
    }
    return { penalties: Float64Array.from(penalties), coefficients, active };
  });
}

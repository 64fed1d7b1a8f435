import type { DenseMatrix } from '../linalg/dense-matrix.ts';
import { progressiveCholesky } from '../linalg/progressive-cholesky.ts';
import { addScaled, innerProduct, squaredNorm } from '../linalg/vectors.ts';

/**
 * The step of feature-sign search (Lee, Battle, Raina & Ng, NIPS 2006): the atoms in use go straight towards the point
 * that would be least if all coefficients kept their signs, and stop where the first of them passes zero. The objective
 * never rises, and where the signs are those of the solution among these atoms, the step ends there. An atom that
 * depends on the others stays where it is.
 *
 * The Cholesky factor of the atoms in use is kept from step to step, whatever the penalty.
 *
 * @param atoms [atomCount x dimension]
 * @param squares [atomCount] their squared norms
 * @param coefficients [atomCount], moved by a step
 * @param residual [dimension] y - Dt x, moved with them
 * @returns one step for a penalty on the atoms in use, which are among the first `count` of `among`; true when no
 *   coefficient stood in the way
 */
export function supportDescent(
  { rows, columns, values }: DenseMatrix,
  squares: Float64Array,
  coefficients: Float64Array,
  residual: Float64Array,
): (among: Int32Array, count: number, penalty: number) => boolean {
  const most = Math.min(rows, columns);
  const factor = progressiveCholesky();
  /** The atoms of the factor, in its order. */
  const order: number[] = [];
  const isIn = new Uint8Array(rows);
  const products = new Float64Array(most);
  const slopes = new Float64Array(most);
  const direction = new Float64Array(most);
  const image = new Float64Array(columns);

  function append(k: number): void {
    for (let place = 0; place < order.length; place++)
      products[place] = innerProduct(values, order[place]! * columns, values, k * columns, columns);
    if (!factor.append(products, squares[k]!)) return;
    order.push(k);
    isIn[k] = 1;
  }

  function remove(place: number): void {
    isIn[order[place]!] = 0;
    order.splice(place, 1);
    factor.remove(place);
  }

  return (among, count, penalty) => {
    for (let place = order.length - 1; place >= 0; place--)
      if (coefficients[order[place]!] === 0) remove(place);
    for (let i = 0; i < count && order.length < most; i++) {
      const k = among[i]!;
      if (coefficients[k] !== 0 && !isIn[k]) append(k);
    }

    const size = order.length;
    for (let place = 0; place < size; place++) {
      const k = order[place]!;
      const correlation = innerProduct(values, k * columns, residual, 0, columns);
      slopes[place] = correlation - penalty * Math.sign(coefficients[k]!);
      direction[place] = slopes[place]!;
    }
    factor.solve(direction);
    image.fill(0);
    let blocking = -1;
    let length = Infinity;
    for (let place = 0; place < size; place++) {
      const k = order[place]!;
      addScaled(direction[place]!, values, k * columns, image, 0, columns);
      const zero = -coefficients[k]! / direction[place]!;
      if (zero > 0 && zero < length) [length, blocking] = [zero, place];
    }
    // 1 but for what rounding has done to the factor.
    const whole = innerProduct(slopes, 0, direction, 0, size) / squaredNorm(image);
    if (!(whole > 0)) return true;
    if (whole < length) [length, blocking] = [whole, -1];
    for (let place = 0; place < size; place++) coefficients[order[place]!]! += length * direction[place]!;
    if (blocking >= 0) coefficients[order[blocking]!] = 0;
    addScaled(-length, image, 0, residual, 0, columns);
    return blocking < 0;
  };
}

import { checkVector, rowOf, transposed, type DenseMatrix } from '../linalg/dense-matrix.ts';

/** A design and target without their means: what is left of a regression once its intercept is taken out. */
export interface CentredDesign {
  /** [features x samples]: each feature without its mean, laid out as the solvers of sparse/ take atoms. */
  readonly features: DenseMatrix;
  /** [samples] */
  readonly target: Float64Array;
  /** [features] */
  readonly featureMeans: Float64Array;
  readonly targetMean: number;
}

/**
 * Takes the means off.
 *
 * @param design [samples x features], not changed
 * @param target [samples], not changed
 * @throws RangeError when shapes do not fit
 */
export function centredDesign(design: DenseMatrix, target: Float64Array): CentredDesign {
  checkVector(target, design.rows, 'target');
  const features = transposed(design);
  const featureMeans = new Float64Array(features.rows);
  for (let k = 0; k < features.rows; k++) featureMeans[k] = takeMeanOff(rowOf(features, k));
  const centred = target.slice();
  const targetMean = takeMeanOff(centred);
  return { features, target: centred, featureMeans, targetMean };
}

/** The constant b of y = X w + b that goes with given weights. */
export function interceptOf({ featureMeans, targetMean }: CentredDesign, weights: ArrayLike<number>): number {
  return featureMeans.reduce((rest, mean, k) => rest - mean * weights[k]!, targetMean);
}

function takeMeanOff(values: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += values[i]!;
  const mean = sum / values.length;
  for (let i = 0; i < values.length; i++) values[i]! -= mean;
  return mean;
}

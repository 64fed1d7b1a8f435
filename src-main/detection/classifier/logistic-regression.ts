import { Matrix, solve } from 'ml-matrix';

/** A linear decision over standardised features: P(defective) = 1 / (1 + exp(-(bias + sum_j weight_j z_j))). */
export interface LogisticModel {
  readonly means: number[];
  readonly deviations: number[];
  readonly weights: number[];
  readonly bias: number;
}

export interface LogisticOptions {
  /** Strength of the ridge penalty on the standardised weights. @default 1 */
  readonly ridge?: number;
}

/**
 * Ridge-penalised logistic regression by iteratively reweighted least squares (Hastie, Tibshirani, Friedman, The
 * Elements of Statistical Learning, 4.4.1). The two classes weigh the same however many parts each has.
 *
 * @param features one row per part, equally long, finite
 * @param defective the truth, one per row; both kinds must occur
 */
export function fitLogistic(
  features: readonly (readonly number[])[],
  defective: readonly boolean[],
  { ridge = 1 }: LogisticOptions = {},
): LogisticModel {
  const count = features.length;
  const width = features[0]?.length ?? 0;
  const positives = defective.filter(Boolean).length;
  if (positives === 0 || positives === count)
    throw new RangeError('Both good and defective parts are needed.');

  const means = Array.from(
    { length: width },
    (_, j) => features.reduce((sum, row) => sum + row[j]!, 0) / count,
  );
  const deviations = means.map((mean, j) => {
    const variance = features.reduce((sum, row) => sum + (row[j]! - mean) ** 2, 0) / count;
    // A constant feature tells nothing: with deviation 1 its standardised value is 0 everywhere.
    return variance > 0 ? Math.sqrt(variance) : 1;
  });
  const design = features.map((row) => [1, ...row.map((value, j) => (value - means[j]!) / deviations[j]!)]);
  const classWeight = (isDefective: boolean) => count / (2 * (isDefective ? positives : count - positives));

  let beta = new Array<number>(width + 1).fill(0);
  for (let iteration = 0; iteration < 50; iteration++) {
    const hessian = Matrix.zeros(width + 1, width + 1);
    const gradient = Matrix.zeros(width + 1, 1);
    design.forEach((row, i) => {
      const probability = sigmoid(dot(row, beta));
      const weight = classWeight(defective[i]!);
      const slope = Math.max(weight * probability * (1 - probability), 1e-9);
      const error = weight * ((defective[i]! ? 1 : 0) - probability);
      for (let a = 0; a <= width; a++) {
        gradient.set(a, 0, gradient.get(a, 0) + row[a]! * error);
        for (let b = 0; b <= width; b++) hessian.set(a, b, hessian.get(a, b) + row[a]! * row[b]! * slope);
      }
    });
    for (let j = 1; j <= width; j++) {
      hessian.set(j, j, hessian.get(j, j) + ridge);
      gradient.set(j, 0, gradient.get(j, 0) - ridge * beta[j]!);
    }
    const step = solve(hessian, gradient).to1DArray();
    beta = beta.map((value, j) => value + step[j]!);
    if (Math.max(...step.map(Math.abs)) < 1e-8) break;
  }
  const [bias = 0, ...weights] = beta;
  return { means, deviations, weights, bias };
}

/** Probability in (0, 1) that a part is defective. */
export function predictLogistic(model: LogisticModel, features: readonly number[]): number {
  let sum = model.bias;
  for (let j = 0; j < features.length; j++) {
    sum += (model.weights[j]! * (features[j]! - model.means[j]!)) / model.deviations[j]!;
  }
  return sigmoid(sum);
}

const sigmoid = (x: number) => 1 / (1 + Math.exp(-x));

function dot(a: readonly number[], b: readonly number[]): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
  return sum;
}

import type { Kernels } from '../kernels/kernels.ts';
import { checkVector, transposed, type DenseMatrix } from '../linalg/dense-matrix.ts';
import { timesTranspose, transposeTimesVector } from '../linalg/products.ts';
import { generalisedLasso, type GeneralisedAdmmOptions } from '../regression/generalised-lasso-admm.ts';
import { denseMap } from '../regression/linear-map.ts';

export interface Layer {
  /** [atoms x dimension]: the dimension of the first layer is the signal's, of each further one the atoms before. */
  readonly atoms: DenseMatrix;
  /** lambda of this layer's code, positive. */
  readonly penalty: number;
}

export interface MultiLayerCodes {
  /** The code of each layer; each is the next one's dictionary transposed times the next code. */
  readonly codes: readonly Float64Array[];
  readonly converged: boolean;
}

/**
 * Multi-layer basis pursuit (Sulam, Aberdam, Beck & Elad, IEEE TPAMI 42(8), 2020): atoms of atoms. With dictionaries
 * D_1 ... D_L and codes x_(i-1) = D_it x_i, least over the deepest code
 *
 *     1/2 |y - D_1t x_1|^2 + sum_i lambda_i |x_i|_1
 *
 * Every code is a linear map of the deepest, so that this is one generalised lasso, which is solved exactly.
 *
 * @param signal y [dimension]
 * @param kernels with them in WebAssembly, see {@link generalisedLasso}
 * @throws RangeError when the layers do not fit each other or the signal
 */
export function multiLayerCodes(
  signal: Float64Array,
  layers: readonly Layer[],
  options: GeneralisedAdmmOptions = {},
  kernels?: Kernels,
): MultiLayerCodes {
  const deepest = layers.at(-1);
  if (!deepest) throw new RangeError('There is no layer to code with.');
  checkVector(signal, layers[0]!.atoms.columns, 'signal');
  const width = deepest.atoms.rows;
  // From the deepest layer up: what the atoms of the deepest are in the terms of each layer above.
  let composed: DenseMatrix | undefined;
  const blocks: Float64Array[] = [scaledIdentity(width, deepest.penalty)];
  for (let i = layers.length - 1; i >= 0; i--) {
    const { atoms } = layers[i]!;
    if (composed && composed.columns !== atoms.rows)
      throw new RangeError(
        `Layer ${i + 1} has ${atoms.rows} atoms where the next has ${composed.columns} values.`,
      );
    composed = composed ? timesTranspose(composed, transposed(atoms)) : atoms;
    if (i === 0) break;
    const { penalty } = layers[i - 1]!;
    blocks.unshift(transposed(composed).values.map((value) => penalty * value));
  }
  const rows = blocks.reduce((sum, block) => sum + block.length / width, 0);
  const values = new Float64Array(rows * width);
  let at = 0;
  for (const block of blocks) {
    values.set(block, at);
    at += block.length;
  }
  const transform = denseMap({ rows, columns: width, values });
  const problem = { target: signal, design: transposed(composed!), transform, penalty: 1 };
  const { transformed, converged } = generalisedLasso(problem, options, kernels);
  return { codes: codesOf(transformed, layers), converged };
}

/** The deepest code with its zeros exact, and what it makes of the codes above. */
function codesOf(transformed: Float64Array, layers: readonly Layer[]): Float64Array[] {
  const { atoms, penalty } = layers.at(-1)!;
  const codes = [transformed.slice(-atoms.rows).map((value) => value / penalty)];
  for (let i = layers.length - 1; i > 0; i--) {
    const code = new Float64Array(layers[i]!.atoms.columns);
    transposeTimesVector(layers[i]!.atoms, codes[0]!, code);
    codes.unshift(code);
  }
  return codes;
}

function scaledIdentity(n: number, factor: number): Float64Array {
  const identity = new Float64Array(n * n);
  for (let i = 0; i < n; i++) identity[i * n + i] = factor;
  return identity;
}

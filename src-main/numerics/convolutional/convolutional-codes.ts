import type { Size } from '../../../src-shared/domain/image.ts';
import type { Kernels } from '../kernels/kernels.ts';
import { checkVector } from '../linalg/dense-matrix.ts';
import { absoluteSum, dot, largestMagnitude, squaredNorm } from '../linalg/vectors.ts';
import { softShrinkage } from '../sparse/shrinkage.ts';
import { correlateWithFilters, synthesise } from './convolution.ts';
import { mapSize, type FilterBank } from './filter-bank.ts';
import { squaredNormOfFilters } from './filter-norm.ts';
import { kernelConvolutionalCodes } from './kernel-convolutional-codes.ts';

export interface ConvolutionalOptions {
  /** lambda, in the unit of the inner product of a filter and the image, at least 0. */
  readonly penalty: number;
  /** Stop once the duality gap is at or below this share of |y|^2 / 2. @default 1e-6, with kernels 1e-5 */
  readonly tolerance?: number;
  /** @default 2000 */
  readonly maxIterations?: number;
}

export interface ConvolutionalReport {
  readonly objective: number;
  readonly gap: number;
  readonly iterations: number;
}

const stepsPerCheck = 10;

/**
 * Convolutional sparse coding: least 1/2 |y - sum_k d_k * x_k|^2 + lambda sum_k |x_k|_1 over the maps x_k, by FISTA with
 * restarts (Chalasani, Principe & Ramakrishnan, IJCNN 2013; Beck & Teboulle 2009). One code for the whole image, in
 * place of one for each of its overlapping patches.
 *
 * @param picture y [height x width]
 * @param maps [filters x map height x map width]; on entry where to start, on return the codes
 * @param kernels with them in WebAssembly, in single precision
 * @throws RangeError when shapes do not fit or the penalty is negative
 */
export function convolutionalCodes(
  bank: FilterBank,
  picture: Float64Array,
  image: Size,
  options: ConvolutionalOptions,
  maps: Float64Array,
  kernels?: Kernels,
): ConvolutionalReport {
  const { penalty, tolerance = kernels ? 1e-5 : 1e-6, maxIterations = 2000 } = options;
  const map = mapSize(image, bank);
  checkVector(picture, image.width * image.height, 'image');
  checkVector(maps, bank.count * map.width * map.height, 'maps');
  if (!(penalty >= 0)) throw new RangeError(`A penalty cannot be ${penalty}.`);
  if (kernels) {
    const required = { penalty, tolerance, maxIterations };
    return kernelConvolutionalCodes(kernels, bank, picture, image, required, maps);
  }
  const lipschitz = squaredNormOfFilters(bank) || 1;
  const goal = (tolerance * squaredNorm(picture)) / 2;
  const residual = new Float64Array(picture.length);
  const correlations = new Float64Array(maps.length);
  const point = maps.slice();
  const look = (codes: Float64Array) => {
    synthesise(bank, codes, image, residual);
    for (let i = 0; i < residual.length; i++) residual[i] = picture[i]! - residual[i]!;
    correlateWithFilters(bank, residual, image, correlations);
  };
  let t = 1;
  for (let iterations = 0; ; iterations++) {
    if (iterations % stepsPerCheck === 0 || iterations >= maxIterations) {
      look(maps);
      const energy = squaredNorm(residual);
      const objective = energy / 2 + penalty * absoluteSum(maps);
      const largest = largestMagnitude(correlations);
      const scale = Math.min(
        largest > 0 ? penalty / largest : 1,
        energy > 0 ? dot(picture, residual) / energy : 1,
      );
      const dual = scale * dot(picture, residual) - (scale * scale * energy) / 2;
      const gap = Math.max(objective - dual, 0);
      if (gap <= goal || iterations >= maxIterations) return { objective, gap, iterations };
    }
    look(point);
    const next = (1 + Math.sqrt(1 + 4 * t * t)) / 2;
    const push = (t - 1) / next;
    let uphill = 0;
    for (let k = 0; k < maps.length; k++) {
      const old = maps[k]!;
      const fresh = softShrinkage(point[k]! + correlations[k]! / lipschitz, penalty / lipschitz);
      uphill += (point[k]! - fresh) * (fresh - old);
      maps[k] = fresh;
      point[k] = fresh + push * (fresh - old);
    }
    t = next;
    if (uphill > 0) {
      point.set(maps);
      t = 1;
    }
  }
}

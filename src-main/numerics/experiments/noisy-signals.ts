import { createRandom } from '../random/generator.ts';
import { changePoints, fusedLasso } from '../regression/fused-lasso.ts';
import { trendFilter } from '../regression/trend-filtering.ts';

export interface NoisySignalOptions {
  readonly seed: number;
  /** Samples. @default 300 */
  readonly length?: number;
  /** Standard deviation of the noise. @default 0.2 */
  readonly noise?: number;
  /** lambda. @default 15 for the sine, 2 for the steps */
  readonly penalty?: number;
}

/** A signal with and without its noise, and what was found; each [length]. */
export interface RestoredSignal {
  readonly clean: Float64Array;
  readonly noisy: Float64Array;
  readonly found: Float64Array;
  /** Places at which one piece of what was found ends and another begins. */
  readonly knots: number[];
  /** Root mean squares of what the noisy signal, and what was found, differ by from the clean one. */
  readonly errors: { readonly noisy: number; readonly found: number };
}

/** Trend filtering of two periods of a noisy sine: straight pieces that follow it (Kim et al. 2009). */
export function filterNoisySine({
  seed,
  length = 300,
  noise = 0.2,
  penalty = 15,
}: NoisySignalOptions): RestoredSignal {
  const clean = Float64Array.from({ length }, (_, i) => Math.sin((4 * Math.PI * i) / length));
  const noisy = withNoise(clean, noise, seed, 'experiments/sine');
  const { coefficients, transformed } = trendFilter(noisy, 'linear', penalty, { tolerance: 1e-6 });
  const knots = [...transformed.keys()].filter((i) => transformed[i] !== 0).map((i) => i + 1);
  return judged(clean, noisy, coefficients, knots);
}

/** Levels of the steps. */
const levels = [0, 2, 1, 3, 0.5, 1.5];

/** The fused lasso on noisy steps: where they are, and how high (Tibshirani et al. 2005). */
export function fuseNoisySteps({
  seed,
  length = 300,
  noise = 0.2,
  penalty = 2,
}: NoisySignalOptions): RestoredSignal & { readonly steps: number[] } {
  const clean = Float64Array.from({ length }, (_, i) => levels[Math.floor((i * levels.length) / length)]!);
  const noisy = withNoise(clean, noise, seed, 'experiments/steps');
  const found = new Float64Array(length);
  fusedLasso(noisy, { fusion: penalty }, found);
  return { ...judged(clean, noisy, found, changePoints(found)), steps: changePoints(clean) };
}

function withNoise(clean: Float64Array, noise: number, seed: number, label: string): Float64Array {
  const random = createRandom(seed, label);
  return clean.map((value) => value + noise * random.normal());
}

function judged(
  clean: Float64Array,
  noisy: Float64Array,
  found: Float64Array,
  knots: number[],
): RestoredSignal {
  const error = (signal: Float64Array) =>
    Math.sqrt(signal.reduce((sum, value, i) => sum + (value - clean[i]!) ** 2, 0) / clean.length);
  return { clean, noisy, found, knots, errors: { noisy: error(noisy), found: error(found) } };
}

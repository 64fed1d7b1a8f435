import { fitHitMiss, profileLogLikelihood } from './hit-miss.ts';
import type { HitMissFit, HitMissOutcome, HitMissTrial } from './hit-miss.ts';

export interface PodPoint {
  readonly size: number;
  /** In [0, 1]. */
  readonly probability: number;
}

/** The probability of detection as a function of flaw size; sizes in the unit of the trials. */
export interface ProbabilityOfDetection {
  readonly outcome: HitMissOutcome;
  readonly trials: number;
  readonly hits: number;
  /** Sizes found half of the time and 90 % of the time; null where they are not among the sizes that were tried. */
  readonly a50: number | null;
  readonly a90: number | null;
  /** The size that is found 90 % of the time with 95 % confidence; null where no tried size is. */
  readonly a90At95: number | null;
  /** The most likely curve over the sizes that were tried; a step is given by its two corners. */
  readonly curve: readonly PodPoint[];
  /** The lower 95 % confidence bound on the curve, where it lies within the sizes that were tried. */
  readonly bound: readonly PodPoint[];
}

/** One-sided 95 %: the 90 % quantile of chi-square with one degree of freedom, halved for the log-likelihood. */
const allowedLoss = 2.705543454095404 / 2;
const curvePoints = 61;
/** Probabilities at which the bound is computed: close together where it bends, 90 % among them. */
const boundLevels = [0.02, 0.1, 0.25, 0.5, 0.7, 0.8, 0.9, 0.95, 0.98];

/**
 * Probability of detection from hits and misses: the logit model on ln a by maximum likelihood, and one-sided 95 %
 * bounds by the likelihood ratio, which unlike Wald's hold with few trials and where hits and misses do not overlap
 * (MIL-HDBK-1823A, Appendix G; Cheng & Iles 1988). Nothing is said of sizes beyond those that were tried.
 *
 * @param trials at least one, sizes positive
 */
export function probabilityOfDetection(trials: readonly HitMissTrial[]): ProbabilityOfDetection {
  const fit = fitHitMiss(trials);
  const sizes = trials.map(({ size }) => size);
  const [smallest, largest] = [Math.min(...sizes), Math.max(...sizes)];
  const within = (size: number | null) =>
    size !== null && size >= smallest && size <= largest ? size : null;
  const bounds = boundLevels.map((probability) => ({
    probability,
    size: within(upperSize(trials, fit, probability, { smallest, largest })),
  }));
  return {
    outcome: fit.outcome,
    trials: trials.length,
    hits: trials.filter(({ hit }) => hit).length,
    a50: within(likeliestSize(trials, fit, 0.5)),
    a90: within(likeliestSize(trials, fit, 0.9)),
    a90At95: bounds.find(({ probability }) => probability === 0.9)?.size ?? null,
    curve: curveOf(trials, fit, smallest, largest),
    bound: bounds.flatMap(({ size, probability }) => (size === null ? [] : [{ size, probability }])),
  };
}

/** The size that is most likely found with a probability; null where the trials do not say. */
function likeliestSize(trials: readonly HitMissTrial[], fit: HitMissFit, probability: number): number | null {
  if (fit.outcome === 'separated') return stepOf(trials);
  if (fit.outcome !== 'fitted') return null;
  return Math.exp((Math.log(probability / (1 - probability)) - fit.intercept) / fit.slope);
}

/** Between the largest miss and the smallest hit, in the middle of their logarithms. */
function stepOf(trials: readonly HitMissTrial[]): number {
  const misses = trials.filter(({ hit }) => !hit).map(({ size }) => size);
  const hits = trials.filter(({ hit }) => hit).map(({ size }) => size);
  return Math.sqrt(Math.max(...misses) * Math.min(...hits));
}

/** The largest size for which a probability of detection is still as likely as 95 % confidence allows. */
function upperSize(
  trials: readonly HitMissTrial[],
  fit: HitMissFit,
  probability: number,
  { smallest, largest }: { smallest: number; largest: number },
): number | null {
  if (fit.outcome === 'none-found' || fit.outcome === 'no-trend') return null;
  const least = fit.logLikelihood - allowedLoss;
  const start = fit.outcome === 'all-found' ? smallest : likeliestSize(trials, fit, probability);
  if (start === null || start > largest) return null;
  const isAllowed = (size: number) => profileLogLikelihood(trials, size, probability) >= least;
  if (isAllowed(largest)) return null;
  let [low, high] = [Math.log(start), Math.log(largest)];
  for (let i = 0; i < 30; i++) {
    const middle = (low + high) / 2;
    if (isAllowed(Math.exp(middle))) low = middle;
    else high = middle;
  }
  return Math.exp((low + high) / 2);
}

function curveOf(
  trials: readonly HitMissTrial[],
  fit: HitMissFit,
  smallest: number,
  largest: number,
): PodPoint[] {
  const level = (probability: number) => [
    { size: smallest, probability },
    { size: largest, probability },
  ];
  switch (fit.outcome) {
    case 'all-found':
      return level(1);
    case 'none-found':
      return level(0);
    case 'no-trend':
      return level(trials.filter(({ hit }) => hit).length / trials.length);
    case 'separated': {
      const step = stepOf(trials);
      return [
        { size: smallest, probability: 0 },
        { size: step, probability: 0 },
        { size: step, probability: 1 },
        { size: largest, probability: 1 },
      ];
    }
    case 'fitted':
      return Array.from({ length: curvePoints }, (_, i) => {
        const size = smallest * (largest / smallest) ** (i / (curvePoints - 1));
        return { size, probability: 1 / (1 + Math.exp(-fit.intercept - fit.slope * Math.log(size))) };
      });
  }
}

import { filterNoisySine, fuseNoisySteps } from '../../../numerics/experiments/noisy-signals.ts';
import type { RestoredSignal } from '../../../numerics/experiments/noisy-signals.ts';
import { recoverSparseWeights } from '../../../numerics/experiments/sparse-recovery.ts';
import type { Kernels } from '../../../numerics/kernels/kernels.ts';
import type { Choice } from './choice.ts';
import { nonzeroSeries, series } from './outcome.ts';
import type { Outcome } from './outcome.ts';

/** 1,000 features of which 20 matter, from 100 samples. */
export function sparseRecovery(kernels: Kernels, { seed, setting: penaltyShare }: Choice): Outcome {
  const { truth, relevant, lasso, omp } = recoverSparseWeights({ seed, penaltyShare }, kernels);
  const of = relevant.length;
  return {
    figures: [
      { name: 'lassoCorrect', value: lasso.correct, unit: 'count', of },
      { name: 'ompCorrect', value: omp.correct, unit: 'count', of },
    ],
    charts: [
      {
        name: 'weights',
        kind: 'points',
        series: [
          nonzeroSeries('truth', truth),
          nonzeroSeries('lasso', lasso.weights),
          nonzeroSeries('omp', omp.weights),
        ],
      },
    ],
    pictures: [],
  };
}

/** Straight pieces that follow a noisy sine. */
export function trendFiltering({ seed, setting: penalty }: Choice): Outcome {
  const restored = filterNoisySine({ seed, penalty });
  const { figures, ...rest } = signalOutcome(restored);
  return {
    ...rest,
    figures: [...figures, { name: 'knots', value: restored.knots.length, unit: 'count' }],
  };
}

/** Where noisy steps are, and how high. */
export function fusedSteps({ seed, setting: penalty }: Choice): Outcome {
  const restored = fuseNoisySteps({ seed, penalty });
  const { figures, ...rest } = signalOutcome(restored);
  return {
    ...rest,
    figures: [
      ...figures,
      { name: 'changes', value: restored.knots.length, unit: 'count' },
      { name: 'trueChanges', value: restored.steps.length, unit: 'count' },
    ],
  };
}

function signalOutcome({ clean, noisy, found, errors }: RestoredSignal): Outcome {
  return {
    figures: [
      { name: 'errorBefore', value: errors.noisy, unit: 'none' },
      { name: 'errorAfter', value: errors.found, unit: 'none' },
    ],
    charts: [
      {
        name: 'signal',
        kind: 'lines',
        // The first is drawn over the others.
        series: [series('found', found), series('clean', clean), series('noisy', noisy)],
      },
    ],
    pictures: [],
  };
}

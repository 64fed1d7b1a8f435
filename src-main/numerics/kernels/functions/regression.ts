/** Steps of regression: the generalised lasso. */
export interface RegressionKernels {
  admmSteps64: AdmmSteps;
  admmSteps32: AdmmSteps;
  differenceSteps(problem: number, rho: number, threshold: number, count: number, squares: number): void;
  primalDualSteps64: PrimalDualSteps;
  primalDualSteps32: PrimalDualSteps;
}

type AdmmSteps = (
  map: number,
  factorRows: number,
  inverses: number,
  goal: number,
  x: number,
  z: number,
  u: number,
  work: number,
  rho: number,
  threshold: number,
  count: number,
  squares: number,
) => void;

type PrimalDualSteps = (
  map: number,
  design: number,
  target: number,
  penalty: number,
  tau: number,
  sigma: number,
  sigmaOfDesign: number,
  x: number,
  beyond: number,
  w: number,
  p: number,
  work: number,
  other: number,
  count: number,
) => void;

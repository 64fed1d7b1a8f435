/** Regression: steps of the generalised lasso, the taut string, and the lasso with missing values. */
export interface RegressionKernels {
  admmSteps64: AdmmSteps;
  admmSteps32: AdmmSteps;
  differenceSteps(problem: number, rho: number, threshold: number, count: number, squares: number): void;
  primalDualSteps64: PrimalDualSteps;
  primalDualSteps32: PrimalDualSteps;
  lassoByGramScratch(stride: number): number;
  lassoByGram32(
    gram: number,
    targets: number,
    stride: number,
    penalty: number,
    tolerance: number,
    maxIterations: number,
    out: number,
    scratch: number,
  ): number;
  nearestCovarianceScratch(n: number): number;
  nearestCovariance64: NearestCovariance;
  nearestCovariance32: NearestCovariance;
  tautStringScratch(length: number): number;
  tautString64: TautString;
  tautString32: TautString;
}

type TautString = (signal: number, length: number, penalty: number, out: number, scratch: number) => void;

type NearestCovariance = (
  S: number,
  V: number,
  n: number,
  A: number,
  least: number,
  mostSteps: number,
  scratch: number,
) => number;

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

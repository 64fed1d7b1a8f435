/** Sparse codes over a fixed dictionary, and what is rebuilt from them. */
export interface SparseCodingKernels {
  packPanels(atoms: number, atomCount: number, dimension: number, panels: number): void;
  correlate(
    signals: number,
    count: number,
    dimension: number,
    panels: number,
    panelCount: number,
    out: number,
  ): void;
  productsOfRows(a: number, m: number, b: number, k: number, n: number, out: number): void;
  batchOmpScratch(panelCount: number, dimension: number, codeLength: number): number;
  batchOmp(
    signals: number,
    count: number,
    dimension: number,
    atoms: number,
    panels: number,
    gram: number,
    panelCount: number,
    codeLength: number,
    nonzeros: number,
    errorTarget: number,
    indices: number,
    coefficients: number,
    sizes: number,
    residualEnergy: number,
    scratch: number,
  ): void;
  reconstruct(
    atoms: number,
    dimension: number,
    count: number,
    nonzeros: number,
    indices: number,
    coefficients: number,
    sizes: number,
    out: number,
  ): void;
  residuals(
    signals: number,
    atoms: number,
    dimension: number,
    count: number,
    nonzeros: number,
    indices: number,
    coefficients: number,
    sizes: number,
    out: number,
  ): void;
  convolutionalCodesScratch(
    filters: number,
    mapHeight: number,
    mapStride: number,
    height: number,
    planeStride: number,
  ): number;
  convolutionalCodes(
    taps: number,
    filters: number,
    size: number,
    tapStride: number,
    plane: number,
    height: number,
    planeStride: number,
    maps: number,
    mapWidth: number,
    mapStride: number,
    penalty: number,
    step: number,
    goal: number,
    maxIterations: number,
    report: number,
    scratch: number,
  ): void;
  homotopyScratch(stride: number, mostActive: number): number;
  homotopyCodes(
    gram: number,
    targets: number,
    count: number,
    atomCount: number,
    stride: number,
    mostActive: number,
    penalty: number,
    nonNegative: number,
    codes: number,
    isDone: number,
    scratch: number,
  ): void;
  iterativeCodesScratch(panelCount: number, atomCount: number): number;
  iterativeCodes(
    signals: number,
    count: number,
    dimension: number,
    panels: number,
    panelCount: number,
    gram: number,
    atomCount: number,
    method: number,
    shrinkage: number,
    penalty: number,
    step: number,
    inverse: number,
    nonzeros: number,
    tolerance: number,
    maxIterations: number,
    codes: number,
    scratch: number,
  ): number;
  maskedPursuitScratch(dimension: number, stride: number, most: number, numberBytes: number): number;
  maskedPursuit32: MaskedPursuit;
  maskedPursuit64: MaskedPursuit;
  jointSweepScratch(atomCount: number, length: number): number;
  jointSweep32: JointSweep;
  jointSweep64: JointSweep;
  designPursuitScratch(atomCount: number, stride: number, most: number): number;
  designPursuit(
    atoms: number,
    design: number,
    atomCount: number,
    numbers: number,
    stride: number,
    signal: number,
    most: number,
    errorTarget: number,
    nonNegative: number,
    found: number,
    scratch: number,
  ): number;
  leastAngleScratch(atomCount: number, stride: number, mostActive: number): number;
  leastAngleBegin(
    atoms: number,
    atomsSingle: number,
    atomCount: number,
    numbers: number,
    stride: number,
    target: number,
    mostActive: number,
    lasso: number,
    nonNegative: number,
    found: number,
    scratch: number,
  ): number;
  leastAngleStep(leastPenalty: number): number;
  lassoDescentScratch(atomCount: number, stride: number, mostActive: number): number;
  lassoDescent(
    atoms: number,
    atomsSingle: number,
    atomCount: number,
    numbers: number,
    stride: number,
    target: number,
    mostActive: number,
    nonNegative: number,
    penalties: number,
    penaltyCount: number,
    goal: number,
    maxIterations: number,
    start: number,
    path: number,
    reports: number,
    scratch: number,
  ): void;
  invertGram(matrix: number, count: number, scratch: number): number;
  lassoStepsScratch(atomCount: number, samples: number): number;
  lassoSteps(
    method: number,
    design: number,
    atomCount: number,
    samples: number,
    signal: number,
    shrinkage: number,
    penalty: number,
    step: number,
    inverse: number,
    hasLemma: number,
    tolerance: number,
    maxIterations: number,
    coefficients: number,
    report: number,
    scratch: number,
  ): void;
  shrinkAll(values: number, length: number, kind: number, threshold: number, out: number): void;
  orthonormalise(rows: number, count: number, length: number, factor: number): void;
}

type MaskedPursuit = (
  turned: number,
  squares: number,
  dimension: number,
  atomCount: number,
  stride: number,
  signals: number,
  mask: number,
  count: number,
  nonzeros: number,
  errorTarget: number,
  nonNegative: number,
  codes: number,
  scratch: number,
) => void;

type JointSweep = (
  gram: number,
  atomCount: number,
  targets: number,
  x: number,
  length: number,
  among: number,
  amongCount: number,
  penalty: number,
  scratch: number,
) => number;

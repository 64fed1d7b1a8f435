/**
 * The exports of kernels.wasm, as assembly/ defines them. Every address is a byte address in the kernels'
 * memory; every size counts values. Nothing here checks its arguments: the functions in sparse/, patches/
 * and signal/ do.
 */
export interface KernelFunctions {
  heapBase(): number;
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
  extractPatches(
    image: number,
    width: number,
    xs: number,
    ys: number,
    columns: number,
    size: number,
    firstIndex: number,
    count: number,
    removeMean: number,
    out: number,
    means: number,
    energies: number,
  ): void;
  overlapAdd(
    patches: number,
    means: number,
    width: number,
    xs: number,
    ys: number,
    columns: number,
    size: number,
    firstIndex: number,
    count: number,
    accumulator: number,
    weights: number,
  ): void;
  finishOverlapAdd(accumulator: number, weights: number, length: number): void;
  blur(
    plane: number,
    width: number,
    height: number,
    weights: number,
    radius: number,
    scratch: number,
    out: number,
  ): void;
  ssimMap(
    a: number,
    b: number,
    width: number,
    height: number,
    weights: number,
    radius: number,
    c1: number,
    c2: number,
    scratch: number,
    out: number,
  ): void;
  downsampleByTwo(plane: number, width: number, height: number, out: number): void;
  interpolateGrid(
    map: number,
    columns: number,
    rows: number,
    lowX: number,
    fractionX: number,
    lowY: number,
    fractionY: number,
    width: number,
    height: number,
    buffer: number,
    out: number,
  ): void;
  weightedResidualSum(
    residuals: number,
    dimension: number,
    users: number,
    places: number,
    userCount: number,
    coefficients: number,
    sum: number,
  ): number;
  exchangeAtom(
    residuals: number,
    dimension: number,
    users: number,
    places: number,
    userCount: number,
    coefficients: number,
    oldAtom: number,
    newAtom: number,
  ): void;
  restrictedErrorGram(
    residuals: number,
    dimension: number,
    users: number,
    places: number,
    userCount: number,
    coefficients: number,
    atom: number,
    gram: number,
    scratch: number,
  ): void;
  residualEnergies(residuals: number, count: number, dimension: number, energies: number): number;
  addCodeProducts(
    signals: number,
    count: number,
    dimension: number,
    atomCount: number,
    codeLength: number,
    indices: number,
    coefficients: number,
    sizes: number,
    weight: number,
    codeProducts: number,
    patchProducts: number,
  ): void;
  scale(values: number, length: number, factor: number): void;
  onlineAtomStep(
    atoms: number,
    atomCount: number,
    dimension: number,
    a: number,
    b: number,
    step: number,
  ): void;
  nearestReferences(
    query: number,
    references: number,
    columns: number,
    rows: number,
    step: number,
    count: number,
    twoSided: number,
    oneSided: number,
    excluded: number,
    out: number,
    nearest: number,
    scratch: number,
  ): void;
  nearestInBank(
    query: number,
    bank: number,
    cells: number,
    count: number,
    fours: number,
    parts: number,
    excluded: number,
    least: number,
    distances: number,
    scratch: number,
  ): void;
  rebuildAtPlace(
    queries: number,
    atoms: number,
    columns: number,
    rows: number,
    count: number,
    width: number,
    most: number,
    excluded: number,
    out: number,
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
  absorbRows(
    rows: number,
    count: number,
    length: number,
    before: number,
    mean: number,
    scatter: number,
    stride: number,
    scratch: number,
  ): void;
  rowsToSingle(
    rows: number,
    count: number,
    length: number,
    less: number,
    out: number,
    outStride: number,
  ): void;
  rowsToDouble(rows: number, count: number, stride: number, length: number, plus: number, out: number): void;
  addScaled(target: number, source: number, factor: number, length: number): void;
  filterByFourier(
    plane: number,
    width: number,
    height: number,
    stride: number,
    turnsX: number,
    turnsY: number,
    filter: number,
    halfStride: number,
    half: number,
  ): void;
  planeOfHalfSpectrum(
    plane: number,
    width: number,
    height: number,
    stride: number,
    turnsX: number,
    turnsY: number,
    halfStride: number,
    half: number,
  ): void;
  shrinkPeriodicGradient(
    u: number,
    width: number,
    height: number,
    stride: number,
    threshold: number,
    ex: number,
    ey: number,
    bx: number,
    by: number,
  ): void;
  addGradientAdjoint(
    a: number,
    width: number,
    height: number,
    stride: number,
    weight: number,
    ex: number,
    ey: number,
    out: number,
  ): void;
  shrinkDetails(
    coefficients: number,
    width: number,
    height: number,
    stride: number,
    across: number,
    down: number,
    threshold: number,
    b: number,
  ): void;
  waveletForward64: WaveletSteps;
  waveletForward32: WaveletSteps;
  waveletBackward64: WaveletSteps;
  waveletBackward32: WaveletSteps;
  maskedPursuitScratch(dimension: number, stride: number, most: number, numberBytes: number): number;
  maskedPursuit32: MaskedPursuit;
  maskedPursuit64: MaskedPursuit;
  orthonormalise(rows: number, count: number, length: number, factor: number): void;
  jointSweepScratch(atomCount: number, length: number): number;
  jointSweep32: JointSweep;
  jointSweep64: JointSweep;
  updateMaskedAtoms32: UpdateMaskedAtoms;
  updateMaskedAtoms64: UpdateMaskedAtoms;
  chambolleSteps64: ChambolleSteps;
  chambolleSteps32: ChambolleSteps;
  chambolleGap64: ChambolleGap;
  chambolleGap32: ChambolleGap;
  splitBregmanStep64: SplitBregmanStep;
  splitBregmanStep32: SplitBregmanStep;
}

type WaveletSteps = (
  plane: number,
  width: number,
  height: number,
  stride: number,
  levels: number,
  taps: number,
  scratch: number,
) => void;

type ChambolleSteps = (
  image: number,
  u: number,
  px: number,
  py: number,
  inside: number,
  stride: number,
  height: number,
  weight: number,
  isotropic: number,
  count: number,
) => void;

type ChambolleGap = (
  u: number,
  px: number,
  py: number,
  inside: number,
  stride: number,
  height: number,
  penalty: number,
  isotropic: number,
) => number;

type SplitBregmanStep = (
  u: number,
  observed: number,
  shares: number,
  ex: number,
  ey: number,
  bx: number,
  by: number,
  inside: number,
  stride: number,
  height: number,
  threshold: number,
  isotropic: number,
) => number;

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

type UpdateMaskedAtoms = (
  residuals: number,
  weights: number,
  rowBytes: number,
  starts: number,
  users: number,
  coefficients: number,
  atoms: number,
  first: number,
  atomCount: number,
  alternations: number,
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

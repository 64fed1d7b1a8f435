/** Whole pictures and their patches. */
export interface ImageKernels {
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
  chambolleSteps64: ChambolleSteps;
  chambolleSteps32: ChambolleSteps;
  chambolleGap64: ChambolleGap;
  chambolleGap32: ChambolleGap;
  splitBregmanStep64: SplitBregmanStep;
  splitBregmanStep32: SplitBregmanStep;
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
  waveletForward64: WaveletSteps;
  waveletForward32: WaveletSteps;
  waveletBackward64: WaveletSteps;
  waveletBackward32: WaveletSteps;
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

/** Updates of a dictionary. */
export interface DictionaryKernels {
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
  codeProductsScratch(atomCount: number): number;
  codeResiduals(
    signals: number,
    count: number,
    dimension: number,
    codes: number,
    atomCount: number,
    atoms: number,
    out: number,
    scratch: number,
  ): number;
  addCodeRows(
    codes: number,
    count: number,
    atomCount: number,
    right: number,
    dimension: number,
    sums: number,
    scratch: number,
  ): void;
  addFilterGradient(
    sums: number,
    filters: number,
    size: number,
    tapStride: number,
    maps: number,
    mapHeight: number,
    mapStride: number,
    plane: number,
    planeStride: number,
  ): void;
  addMapCorrelations(
    sums: number,
    filters: number,
    size: number,
    reachStride: number,
    maps: number,
    mapHeight: number,
    mapStride: number,
  ): void;
  updateMaskedAtoms32: UpdateMaskedAtoms;
  updateMaskedAtoms64: UpdateMaskedAtoms;
}

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

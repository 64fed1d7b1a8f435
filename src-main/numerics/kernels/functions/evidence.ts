/** The distance of a part from good ones. */
export interface EvidenceKernels {
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
}

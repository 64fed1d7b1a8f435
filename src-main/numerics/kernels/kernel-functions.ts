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
}

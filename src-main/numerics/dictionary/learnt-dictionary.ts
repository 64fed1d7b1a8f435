/** What online learning remembers of the patches it has seen (Mairal et al. 2010); plain, so that it can be stored. */
export interface OnlineState {
  /** A [atoms x atoms]: sum over patches of code times code transposed. */
  codeProducts: Float32Array;
  /** B [atoms x dimension]: sum over patches of code times patch transposed. */
  patchProducts: Float32Array;
  /** How many patches the sums stand for, forgotten ones discounted. */
  patches: number;
  /** How often the state has been taught since the dictionary was learnt. */
  step: number;
}

/**
 * A dictionary of unit-norm atoms with what is known about their use. Atoms come in order of falling usage and their
 * largest-magnitude entry is positive, so that equal models compare equal.
 */
export interface LearntDictionary {
  /** [atomCount x dimension], row-major, unit norm. */
  atoms: Float32Array;
  atomCount: number;
  dimension: number;
  /** After each iteration, the mean over training patches of the squared norm of the residual. */
  objective: number[];
  /** [atomCount] share of training patches whose code holds the atom, in [0, 1]. */
  usage: Float32Array;
  /** [atomCount] mean magnitude of the atom's coefficient over the patches that use it; 0 for an unused atom. */
  meanAbsCoefficient: Float32Array;
  state: OnlineState;
}

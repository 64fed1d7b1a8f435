/**
 * Where a thread that learns a dictionary writes how far it has come, in memory that all threads see: whoever wants to
 * know looks, and learning is neither slowed nor changed by it.
 */
export interface LearningBoard {
  /** [1] iterations that are done. */
  readonly done: Int32Array<SharedArrayBuffer>;
  /** [iterations] */
  readonly objective: Float64Array<SharedArrayBuffer>;
  /** [atoms x dimension] as they are after the newest iteration; may be in the midst of changing. */
  readonly atoms: Float32Array<SharedArrayBuffer>;
}

export function createLearningBoard(iterations: number, atoms: number, dimension: number): LearningBoard {
  return {
    done: new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT)),
    objective: new Float64Array(new SharedArrayBuffer(iterations * Float64Array.BYTES_PER_ELEMENT)),
    atoms: new Float32Array(new SharedArrayBuffer(atoms * dimension * Float32Array.BYTES_PER_ELEMENT)),
  };
}

export function writeIteration(
  board: LearningBoard,
  { iteration, objective, atoms }: { iteration: number; objective: number; atoms: Float32Array },
): void {
  board.objective[iteration - 1] = objective;
  board.atoms.set(atoms);
  // Last, so that who sees the count sees what belongs to it.
  Atomics.store(board.done, 0, iteration);
}

export const iterationsDone = ({ done }: LearningBoard): number => Atomics.load(done, 0);

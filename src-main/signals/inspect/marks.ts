/** A stretch of a signal that is unlike good ones. */
export interface Mark {
  /** First sample, and the one after the last. */
  readonly from: number;
  readonly to: number;
  /** Strongest evidence in it. */
  readonly evidence: number;
  /** Of the sample with the strongest evidence. */
  readonly peak: number;
}

/** Stretches of samples whose evidence reaches a limit, in order. */
export function markStretches(evidence: Float64Array, limit: number): Mark[] {
  const marks: Mark[] = [];
  for (let from = 0; from < evidence.length; from++) {
    if (!(evidence[from]! >= limit)) continue;
    let to = from;
    let peak = from;
    while (to < evidence.length && evidence[to]! >= limit) {
      if (evidence[to]! > evidence[peak]!) peak = to;
      to++;
    }
    marks.push({ from, to, evidence: evidence[peak]!, peak });
    from = to;
  }
  return marks;
}

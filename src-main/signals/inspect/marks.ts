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

/** At the ends of a stretch, evidence below this share of the strongest comes from windows that reach in from outside. */
const halo = 0.5;

/**
 * Stretches of samples whose evidence reaches a limit, in order.
 *
 * @param reach samples by which a window that holds a fault can lie beside it
 */
export function markStretches(evidence: Float64Array, limit: number, reach: number): Mark[] {
  const marks: Mark[] = [];
  for (let from = 0; from < evidence.length; from++) {
    if (!(evidence[from]! >= limit)) continue;
    let to = from;
    let peak = from;
    while (to < evidence.length && evidence[to]! >= limit) {
      if (evidence[to]! > evidence[peak]!) peak = to;
      to++;
    }
    marks.push(withoutHalo({ from, to, evidence: evidence[peak]!, peak }, evidence, reach));
    from = to;
  }
  return marks;
}

function withoutHalo(mark: Mark, evidence: Float64Array, reach: number): Mark {
  const least = halo * mark.evidence;
  let { from, to } = mark;
  while (from < mark.from + reach && evidence[from]! < least) from++;
  while (to > mark.to - reach && evidence[to - 1]! < least) to--;
  return { ...mark, from, to };
}

/** A part's score with the truth about it. */
export interface Scored {
  readonly score: number;
  readonly defective: boolean;
}

/**
 * Area under the receiver operating characteristic: the probability that a defective part scores above a good one,
 * ties counting half (Mann and Whitney 1947).
 *
 * @returns value in [0, 1]; NaN unless both kinds are present
 */
export function auroc(parts: readonly Scored[]): number {
  const sorted = [...parts].sort((a, b) => a.score - b.score);
  let defective = 0;
  let rankSum = 0;
  for (let start = 0; start < sorted.length;) {
    let end = start;
    let inTie = 0;
    while (end < sorted.length && sorted[end]!.score === sorted[start]!.score) {
      if (sorted[end]!.defective) inTie++;
      end++;
    }
    rankSum += (inTie * (start + 1 + end)) / 2;
    defective += inTie;
    start = end;
  }
  const good = sorted.length - defective;
  return (rankSum - (defective * (defective + 1)) / 2) / (defective * good);
}

/**
 * Average precision: precision at each distinct score, weighted by the recall gained there; no interpolation
 * (as scikit-learn's `average_precision_score`).
 *
 * @returns value in [0, 1]; NaN without defective parts
 */
export function averagePrecision(parts: readonly Scored[]): number {
  const sorted = [...parts].sort((a, b) => b.score - a.score);
  const defective = sorted.filter((part) => part.defective).length;
  let found = 0;
  let sum = 0;
  for (let start = 0; start < sorted.length;) {
    let end = start;
    let gained = 0;
    while (end < sorted.length && sorted[end]!.score === sorted[start]!.score) {
      if (sorted[end]!.defective) gained++;
      end++;
    }
    found += gained;
    sum += (gained * found) / end;
    start = end;
  }
  return sum / defective;
}

export interface Confusion {
  readonly accuracy: number;
  /** Share of good parts at or above the threshold; 0 without good parts. */
  readonly falseRejectRate: number;
  /** Share of defective parts below the threshold; 0 without defective parts. */
  readonly falseAcceptRate: number;
}

/** What a threshold does to labelled parts: a part is rejected when its score reaches it. */
export function confusionAt(parts: readonly Scored[], threshold: number): Confusion {
  let good = 0;
  let defective = 0;
  let falseRejects = 0;
  let falseAccepts = 0;
  for (const part of parts) {
    const rejected = part.score >= threshold;
    if (part.defective) {
      defective++;
      if (!rejected) falseAccepts++;
    } else {
      good++;
      if (rejected) falseRejects++;
    }
  }
  return {
    accuracy: parts.length === 0 ? 0 : 1 - (falseRejects + falseAccepts) / parts.length,
    falseRejectRate: good === 0 ? 0 : falseRejects / good,
    falseAcceptRate: defective === 0 ? 0 : falseAccepts / defective,
  };
}

import type { RunScores } from '../../../src-shared/contract/runs.ts';

/** What people say of a part. */
export const truths = ['good', 'defective', 'unlabelled'] as const;
export type Truth = (typeof truths)[number];

export type Known = Pick<RunScores, 'labels' | 'verdicts'>;

/** A verdict counts before the label: who gave it has seen the part since. */
export function truthAt({ labels, verdicts }: Known, place: number): Truth {
  const verdict = verdicts[place] ?? null;
  if (verdict === 'accept') return 'good';
  if (verdict === 'reject') return 'defective';
  const label = labels[place] ?? null;
  if (label === null) return 'unlabelled';
  return label === 'good' ? 'good' : 'defective';
}

/** The defect type of a defective part, as far as it has one. */
export function defectAt(known: Known, place: number): string | null {
  const label = known.labels[place] ?? null;
  return label === 'good' || truthAt(known, place) !== 'defective' ? null : label;
}

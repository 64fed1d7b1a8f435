/** What is known of a part beforehand. */
export const truths = ['good', 'defective', 'unlabelled'] as const;
export type Truth = (typeof truths)[number];

/** @param label 'good', a defect type, or null for a part that nobody has labelled */
export function truthOf(label: string | null): Truth {
  if (label === null) return 'unlabelled';
  return label === 'good' ? 'good' : 'defective';
}

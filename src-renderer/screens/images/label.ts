/** 'good', a defect type, or null for a part that nobody has labelled. */
export type Label = string | null;

import * as z from 'zod';

/** What the software says of a part: below both limits, between them, above both. */
export const decisionSchema = z.enum(['pass', 'review', 'reject']);
export type Decision = z.infer<typeof decisionSchema>;

/** The two limits on a part's score, in -log10 of the false-alarm rate: review from `review`, reject from `reject`. */
export const limitsSchema = z.object({ review: z.number(), reject: z.number() });
export type Limits = z.infer<typeof limitsSchema>;

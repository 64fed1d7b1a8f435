/** Whether there are enough good parts to learn from. */
export type Readiness = 'none' | 'guess' | 'few' | 'enough';

/** With fewer, what is normal is a guess. */
const atLeast = 5;
/** From so many on, the limits can be trusted. */
const recommended = 20;

export function readinessOf(goodImages: number): Readiness {
  if (goodImages === 0) return 'none';
  if (goodImages < atLeast) return 'guess';
  return goodImages < recommended ? 'few' : 'enough';
}

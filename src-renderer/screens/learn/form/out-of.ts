/** A share as whole parts out of a round number: 0.02 is 2 of 100, 0.005 is 5 of 1,000. */
export function outOf(share: number): { count: number; of: number } {
  for (const of of [100, 1000]) {
    const count = share * of;
    if (Math.abs(count - Math.round(count)) < 1e-6 && Math.round(count) >= 1) {
      return { count: Math.round(count), of };
    }
  }
  return { count: Math.round(share * 10_000), of: 10_000 };
}

/** Digits that a share keeps: percentages to a millionth, without the noise of binary fractions. */
const digits = 1e8;

export const toPercent = (share: number): number => Math.round(share * 100 * digits) / digits;
export const toShare = (percent: number): number => Math.round((percent / 100) * digits) / digits;

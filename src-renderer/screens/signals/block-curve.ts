/** Size of the drawing that a curve fills. */
export const curveSize = { width: 100, height: 44 };

const margin = 3;

/** The path of a curve from edge to edge, 0 in the middle and the largest magnitude at the margin. */
export function curvePath(values: ArrayLike<number>): string {
  const { width, height } = curveSize;
  const all = Array.from(values);
  const strongest = all.reduce((most, value) => Math.max(most, Math.abs(value)), 0) || 1;
  return all
    .map((value, i) => {
      const x = (i / Math.max(1, all.length - 1)) * width;
      const y = height / 2 - (value / strongest) * (height / 2 - margin);
      return `${i === 0 ? 'M' : 'L'}${x.toFixed(2)} ${y.toFixed(2)}`;
    })
    .join('');
}

/** Hues for defect types, far enough from each other and from the green of good parts. */
const hues = [18, 265, 45, 320, 210, 0, 290, 60, 235, 340];

/** The colour of a label, the same wherever and whenever it is shown. */
export function labelColour(label: string | null): string {
  if (label === null) return 'var(--mantine-color-gray-5)';
  if (label === 'good') return 'var(--decision-pass-mark)';
  let sum = 0;
  for (const character of label) sum = (sum * 31 + (character.codePointAt(0) ?? 0)) >>> 0;
  return `hsl(${hues[sum % hues.length] ?? 0} 62% 52%)`;
}

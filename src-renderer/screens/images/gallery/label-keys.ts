import type { Label } from '../label.ts';

/** The keys 2 to 9 stand for defect types. */
const firstDefectKey = 2;
const lastDefectKey = 9;

/**
 * The defect types in the order of their keys. Types that had a key keep it while the project is open, even when the
 * last image with that label gets another; new ones follow, in natural order.
 */
export function orderDefectTypes(before: readonly string[], labels: readonly Label[]): readonly string[] {
  const added = labels
    .filter((label): label is string => label !== null && label !== 'good' && !before.includes(label))
    .sort((a, b) => a.localeCompare(b, undefined, { numeric: true }));
  return added.length === 0 ? before : [...before, ...added];
}

/** The label that a digit stands for; undefined where it stands for none. */
export function labelOfKey(key: string, defectTypes: readonly string[]): Label | undefined {
  if (key === '0') return null;
  if (key === '1') return 'good';
  if (!/^[2-9]$/.test(key)) return undefined;
  return defectTypes[Number(key) - firstDefectKey];
}

/** The digit for a label, or null where there are more types than keys. */
export function keyOfLabel(label: Label, defectTypes: readonly string[]): string | null {
  if (label === null) return '0';
  if (label === 'good') return '1';
  const place = defectTypes.indexOf(label);
  const key = place + firstDefectKey;
  return place === -1 || key > lastDefectKey ? null : String(key);
}

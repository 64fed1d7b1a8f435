import { useState } from 'react';
import { orderDefectTypes } from './gallery/label-keys.ts';
import type { Label } from './label.ts';

/** The defect types of the project in the order of their keys, which stays while the screen is open. */
export function useDefectTypes(labels: readonly Label[]): readonly string[] {
  const [types, setTypes] = useState<readonly string[]>([]);
  const ordered = orderDefectTypes(types, labels);
  if (ordered !== types) setTypes(ordered);
  return ordered;
}

import type { ImportRequest } from '../../../../src-shared/contract/images.ts';

/** How the images that are added get their labels, as it is asked. */
export type LabelSource = 'good' | 'by-folder' | 'none' | 'defect';

/** Null while it has not been said yet which defect it is. */
export function importLabel(source: LabelSource, defectType: string): ImportRequest['label'] | null {
  switch (source) {
    case 'good':
      return { kind: 'fixed', label: 'good' };
    case 'by-folder':
      return { kind: 'by-folder' };
    case 'none':
      return { kind: 'fixed', label: null };
    case 'defect':
      return defectType.trim() === '' ? null : { kind: 'fixed', label: defectType.trim() };
  }
}

import { defectTypes, type PartKind, type SampleSettings } from '../settings.ts';

/** One part of a set, and where its files go: paths relative to the set's folder, with '/'. */
export interface PlannedPart {
  readonly index: number;
  readonly kind: PartKind;
  readonly image: string;
  /** Null for a good part. */
  readonly mask: string | null;
}

/**
 * The parts of a whole set in the layout train/good, test/good, test/<defect>, ground_truth/<defect>/<name>_mask.png.
 * A part's index also is the number in its name, so no two parts share a name.
 */
export function planSet(counts: SampleSettings['counts']): PlannedPart[] {
  const parts: PlannedPart[] = [];
  const add = (kind: PartKind, folder: string, count: number) => {
    for (let i = 0; i < count; i++) {
      const index = parts.length;
      const name = `part-${String(index + 1).padStart(4, '0')}`;
      parts.push({
        index,
        kind,
        image: `${folder}/${name}.png`,
        mask: kind === 'good' ? null : `ground_truth/${kind}/${name}_mask.png`,
      });
    }
  };
  add('good', 'train/good', counts.trainGood);
  add('good', 'test/good', counts.testGood);
  for (const type of defectTypes) add(type, `test/${type}`, counts[type]);
  return parts;
}

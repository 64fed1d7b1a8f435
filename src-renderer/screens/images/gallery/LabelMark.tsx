import { labelColour } from '../../../components/label-colour.ts';
import type { Label } from '../label.ts';
import styles from './LabelMark.module.css';

/** The colour of a label; hollow where there is none. The name always stands beside it. */
export function LabelMark({ label }: { label: Label }) {
  const colour = labelColour(label);
  return (
    <span
      aria-hidden
      className={styles.mark}
      style={{ borderColor: colour, ...(label !== null && { background: colour }) }}
    />
  );
}

import type { Label } from '../label.ts';

interface Labelled {
  readonly id: number;
  readonly label: Label;
}

/** A page of rows with new labels; the very same rows where none of them changes. */
export function relabelled<Row extends Labelled>(rows: Row[], labels: ReadonlyMap<number, Label>): Row[] {
  const changes = rows.some((row) => differs(row, labels));
  if (!changes) return rows;
  return rows.map((row) => (differs(row, labels) ? { ...row, label: labels.get(row.id) ?? null } : row));
}

function differs(row: Labelled, labels: ReadonlyMap<number, Label>): boolean {
  const label = labels.get(row.id);
  return label !== undefined && label !== row.label;
}

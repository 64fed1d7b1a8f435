import type { ImageQuery } from '../../../../src-shared/contract/images.ts';
import type { Label } from '../label.ts';

export type ImageSort = NonNullable<ImageQuery['sort']>;
export const imageSorts: readonly ImageSort[] = ['name', 'addedAt', 'sizeBytes', 'label', 'pixels'];

/** Which images are shown, and in which order. */
export interface Filter {
  readonly text: string;
  /** Empty: whatever the label. */
  readonly labels: readonly Label[];
  readonly only: 'all' | 'unreadable' | 'duplicates';
  readonly sort: ImageSort;
  readonly descending: boolean;
}

export const everything: Filter = { text: '', labels: [], only: 'all', sort: 'name', descending: false };

export function toQuery({ text, labels, only, sort, descending }: Filter): ImageQuery {
  return { text: text.trim(), only, sort, descending, ...(labels.length > 0 && { labels: [...labels] }) };
}

export function fromQuery(query: ImageQuery): Filter {
  return {
    text: query.text ?? '',
    labels: query.labels ?? [],
    only: query.only ?? 'all',
    sort: query.sort ?? 'name',
    descending: query.descending ?? false,
  };
}

/** Whether a new label can change which images are shown, or their order. */
export function dependsOnLabels({ labels, sort }: Filter): boolean {
  return labels.length > 0 || sort === 'label';
}

export function toggledLabel(filter: Filter, label: Label): Filter {
  const labels = filter.labels.includes(label)
    ? filter.labels.filter((other) => other !== label)
    : [...filter.labels, label];
  return { ...filter, labels };
}

import type { Section } from './section-model.ts';

/** The section's id of the detail at this place in the document. */
export function detailId(index: number): string {
  return `part-${index + 1}`;
}

/** The heading above the parts that have a page of their own. @param none said where there are none */
export function detailsHeading(title: string, none: string, isEmpty: boolean): Section {
  return {
    id: 'details',
    level: 1,
    title,
    startsPage: !isEmpty,
    blocks: isEmpty ? [{ kind: 'text', style: 'plain', paragraphs: [none] }] : [],
  };
}

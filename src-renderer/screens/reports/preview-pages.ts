/** Pages of single parts, in a report as in a piece of one. */
const pages = 'section[id^="part-"]';

/** Adds the pages of single parts in `piece`, a report itself, after those that a report has. */
export function appendPages(report: Document, piece: string): void {
  const found = new DOMParser().parseFromString(piece, 'text/html').querySelectorAll(pages);
  for (const page of found) {
    const added = report.importNode(page, true);
    added.id = `part-${report.querySelectorAll(pages).length + 1}`;
    // The first of a piece does not know that others are before it.
    added.classList.add('starts-page');
    const heading = added.querySelector('h3');
    if (heading !== null) heading.id = `${added.id}-title`;
    added.setAttribute('aria-labelledby', `${added.id}-title`);
    lastPage(report)?.after(added);
  }
}

/** Whether the last page of a single part is in sight, or soon will be. */
export function isNearEnd(report: Document): boolean {
  const last = lastPage(report);
  const height = report.defaultView?.innerHeight ?? 0;
  return last !== null && last.getBoundingClientRect().bottom < 3 * height;
}

/** The heading of these pages where there is none: the first parts may be gone or changed. */
function lastPage(report: Document): Element | null {
  return [...report.querySelectorAll(pages)].at(-1) ?? report.getElementById('details');
}

/**
 * The place of the row or tile that was clicked. The list listens for all of them, so that none has to be drawn again
 * only because the list was.
 */
export function clickedPlace(target: EventTarget): number | null {
  const row = target instanceof Element ? target.closest<HTMLElement>('[data-place]') : null;
  return row === null ? null : Number(row.dataset.place);
}

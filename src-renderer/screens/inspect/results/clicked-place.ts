import type { MouseEvent } from 'react';

/** The place of the row or tile that was clicked. */
function clickedPlace(target: EventTarget): number | null {
  const row = target instanceof Element ? target.closest<HTMLElement>('[data-place]') : null;
  return row === null ? null : Number(row.dataset.place);
}

/**
 * A click chooses a row or tile, a double click opens it. The list listens for all of them, so that none has to be drawn
 * again only because the list was.
 */
export function placeClicks(choose: (place: number) => void, open: (place: number) => void) {
  const taking =
    (take: (place: number) => void) =>
    ({ target }: MouseEvent) => {
      const place = clickedPlace(target);
      if (place !== null) take(place);
    };
  return { onClick: taking(choose), onDoubleClick: taking(open) };
}

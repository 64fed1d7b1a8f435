import type { ViewStore } from './view-store.ts';
import type { Point } from './viewport.ts';

/** How much closer a turn of the wheel by one CSS pixel takes. */
const wheelRate = 0.0022;
/** Pinching on a touch pad arrives as a wheel with Ctrl, in smaller steps. */
const pinchRate = 0.012;
/** Height of a line where wheels count in lines, in CSS pixels. */
const lineHeight = 30;

/** @param at the point of the stage that stays where it is */
export function zoomByWheel(view: ViewStore, event: WheelEvent, at: Point): void {
  event.preventDefault();
  const delta = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? event.deltaY * lineHeight : event.deltaY;
  view.zoomBy(Math.exp(-delta * (event.ctrlKey ? pinchRate : wheelRate)), at);
}

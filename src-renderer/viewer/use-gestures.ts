import { useEffect, useEffectEvent } from 'react';
import type { RefObject } from 'react';
import type { ViewStore } from './view-store.ts';
import type { Point } from './viewport.ts';
import { zoomByWheel } from './zoom-by-wheel.ts';

interface GestureHandlers {
  /** A click that moved nothing, at a point of the stage. */
  readonly onPick: (at: Point) => void;
  /** Where the pointer is; null when it has left. */
  readonly onHover: (at: Point | null) => void;
}

/** A press that moves further than this moves the picture; CSS pixels. */
const clickSlack = 4;
/** Wheel and pinch zoom to the pointer, dragging moves; a press that does neither picks a place. */
export function useGestures(
  element: RefObject<HTMLElement | null>,
  view: ViewStore,
  handlers: GestureHandlers,
): void {
  const onPick = useEffectEvent(handlers.onPick);
  const onHover = useEffectEvent(handlers.onHover);
  useEffect(() => {
    const target = element.current;
    if (target === null) return undefined;
    const pointers = new Map<number, Point>();
    let pressed: Point | null = null;

    const at = (event: MouseEvent): Point => {
      const box = target.getBoundingClientRect();
      return { x: event.clientX - box.left, y: event.clientY - box.top };
    };

    const onWheel = (event: WheelEvent) => zoomByWheel(view, event, at(event));

    const onDown = (event: PointerEvent) => {
      if (event.button > 1) return;
      pointers.set(event.pointerId, at(event));
      pressed = event.button === 0 && pointers.size === 1 ? at(event) : null;
      target.setPointerCapture(event.pointerId);
    };

    const onMove = (event: PointerEvent) => {
      const now = at(event);
      const before = pointers.get(event.pointerId);
      if (before === undefined) {
        onHover(now);
        return;
      }
      if (pressed !== null && Math.hypot(now.x - pressed.x, now.y - pressed.y) <= clickSlack) return;
      pressed = null;
      const [first, second] = [...pointers.values()];
      pointers.set(event.pointerId, now);
      if (first !== undefined && second !== undefined) pinch(view, [first, second], [...pointers.values()]);
      else view.panBy({ x: now.x - before.x, y: now.y - before.y });
      target.dataset.moving = '';
    };

    const onUp = (event: PointerEvent) => {
      pointers.delete(event.pointerId);
      delete target.dataset.moving;
      if (pressed !== null) onPick(pressed);
      pressed = null;
    };

    const onCancel = (event: PointerEvent) => {
      pointers.delete(event.pointerId);
      delete target.dataset.moving;
      pressed = null;
    };
    const onLeave = () => onHover(null);

    target.addEventListener('wheel', onWheel, { passive: false });
    target.addEventListener('pointerdown', onDown);
    target.addEventListener('pointermove', onMove);
    target.addEventListener('pointerup', onUp);
    target.addEventListener('pointercancel', onCancel);
    target.addEventListener('pointerleave', onLeave);
    return () => {
      target.removeEventListener('wheel', onWheel);
      target.removeEventListener('pointerdown', onDown);
      target.removeEventListener('pointermove', onMove);
      target.removeEventListener('pointerup', onUp);
      target.removeEventListener('pointercancel', onCancel);
      target.removeEventListener('pointerleave', onLeave);
    };
  }, [element, view]);
}

/** Two fingers: their middle carries the picture, their distance its scale. */
function pinch(view: ViewStore, before: readonly [Point, Point], after: readonly Point[]): void {
  const [first, second] = after;
  if (first === undefined || second === undefined) return;
  const from = middle(...before);
  const to = middle(first, second);
  view.panBy({ x: to.x - from.x, y: to.y - from.y });
  const spread = distance(...before);
  if (spread > 0) view.zoomNow((view.get().viewport.scale * distance(first, second)) / spread, to);
}

const middle = (a: Point, b: Point): Point => ({ x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 });
const distance = (a: Point, b: Point): number => Math.hypot(a.x - b.x, a.y - b.y);

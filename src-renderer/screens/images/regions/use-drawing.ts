import { useCallback, useRef, useState } from 'react';
import type { Drawing } from './drawing.ts';

export interface DrawingState {
  readonly drawing: Drawing | null;
  /** Given the newest drawing: pointers move faster than the window renders, and no point of a stroke may be lost. */
  readonly draw: (next: (newest: Drawing | null) => Drawing | null) => void;
  /** Ends it, and tells what it was. */
  readonly take: () => Drawing | null;
}

/** The shape that is being drawn. */
export function useDrawing(): DrawingState {
  const newest = useRef<Drawing | null>(null);
  const [drawing, show] = useState<Drawing | null>(null);
  const draw = useCallback((next: (drawing: Drawing | null) => Drawing | null) => {
    newest.current = next(newest.current);
    show(newest.current);
  }, []);
  const take = useCallback(() => {
    const made = newest.current;
    draw(() => null);
    return made;
  }, [draw]);
  return { drawing, draw, take };
}

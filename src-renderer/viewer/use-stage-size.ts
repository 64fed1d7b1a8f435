import { useEffect } from 'react';
import type { RefObject } from 'react';
import type { ViewStore } from './view-store.ts';

/** Keeps the stage as large as its place in the window. */
export function useStageSize(surface: RefObject<HTMLElement | null>, view: ViewStore): void {
  useEffect(() => {
    const element = surface.current;
    if (element === null) return undefined;
    const measure = () => view.resize({ width: element.clientWidth, height: element.clientHeight });
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [surface, view]);
}

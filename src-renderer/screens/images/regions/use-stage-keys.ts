import { useEffect } from 'react';
import type { Drawing } from './drawing.ts';

interface DrawingKeys {
  finish: (drawing: Drawing) => void;
  giveUp: () => void;
}

/** While something is drawn, Enter finishes it and Escape gives it up, wherever the keyboard is. */
export function useStageKeys(drawing: Drawing | null, { finish, giveUp }: DrawingKeys): void {
  useEffect(() => {
    if (drawing === null) return undefined;
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== 'Enter' && event.key !== 'Escape') return;
      event.preventDefault();
      event.stopPropagation();
      if (event.key === 'Enter') finish(drawing);
      else giveUp();
    };
    window.addEventListener('keydown', onKeyDown, { capture: true });
    return () => window.removeEventListener('keydown', onKeyDown, { capture: true });
  });
}

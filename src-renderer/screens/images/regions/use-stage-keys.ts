import { useEffect } from 'react';

interface DrawingKeys {
  finish: () => void;
  giveUp: () => void;
}

/** While something is drawn, Enter finishes it and Escape gives it up, wherever the keyboard is. */
export function useStageKeys(isDrawing: boolean, { finish, giveUp }: DrawingKeys): void {
  useEffect(() => {
    if (!isDrawing) return undefined;
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== 'Enter' && event.key !== 'Escape') return;
      event.preventDefault();
      event.stopPropagation();
      if (event.key === 'Enter') finish();
      else giveUp();
    };
    window.addEventListener('keydown', onKeyDown, { capture: true });
    return () => window.removeEventListener('keydown', onKeyDown, { capture: true });
  });
}

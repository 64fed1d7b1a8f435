import { useState } from 'react';
import type { KeyboardEvent } from 'react';
import { placeAfter } from './place.ts';
import type { Surroundings } from './place.ts';

export interface KeyboardPlace {
  readonly place: number;
  readonly setPlace: (place: number) => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

interface KeyboardPlaceOptions extends Surroundings {
  /** Where the list was left. */
  initial: number;
  /** Brings a place into sight, and remembers it. */
  onMove: (place: number) => void;
  onOpen: (place: number) => void;
}

/** The place in a list of results that the keyboard acts on. */
export function useKeyboardPlace(options: KeyboardPlaceOptions): KeyboardPlace {
  const { total, initial, onMove, onOpen } = options;
  const [wanted, setWanted] = useState(initial);
  const place = Math.max(0, Math.min(wanted, total - 1));
  const move = (next: number) => {
    setWanted(next);
    onMove(next);
  };
  return {
    place,
    setPlace: move,
    onKeyDown: (event) => {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.key === 'Enter' && total > 0) {
        event.preventDefault();
        onOpen(place);
        return;
      }
      const next = placeAfter(place, event.key, options);
      if (next === null) return;
      event.preventDefault();
      move(next);
    },
  };
}

import { createContext, useContext } from 'react';
import type { UndoHistory } from './undo-history.ts';

export const UndoContext = createContext<UndoHistory | null>(null);

/** Steps pushed here are taken back with Ctrl+Z and done again with Ctrl+Shift+Z. */
export function useUndo(): UndoHistory {
  const history = useContext(UndoContext);
  if (history === null) throw new Error('There is no undo around this component.');
  return history;
}

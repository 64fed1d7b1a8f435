/** Something that was done and can be taken back. */
export interface UndoStep {
  /** What was done, for a person: "Labelled 12 images". */
  label: string;
  undo: () => Promise<void> | void;
  redo: () => Promise<void> | void;
}

export interface UndoHistory {
  push: (step: UndoStep) => void;
  /** Takes back the last step; null when there is none. Steps that fail are dropped. */
  undo: () => Promise<UndoStep | null>;
  redo: () => Promise<UndoStep | null>;
  /** For another project. */
  clear: () => void;
}

/** More are forgotten, oldest first. */
const remembered = 100;

export function createUndoHistory(): UndoHistory {
  let done: UndoStep[] = [];
  let undone: UndoStep[] = [];
  // One at a time: two quick presses must not take back two steps at once, in whatever order.
  let turn: Promise<unknown> = Promise.resolve();

  function inTurn(act: () => Promise<UndoStep | null>): Promise<UndoStep | null> {
    const result = turn.then(act);
    turn = result.catch(() => null);
    return result;
  }

  return {
    push: (step) => {
      done = [...done.slice(1 - remembered), step];
      undone = [];
    },
    undo: () =>
      inTurn(async () => {
        const step = done.pop();
        if (step === undefined) return null;
        await step.undo();
        undone.push(step);
        return step;
      }),
    redo: () =>
      inTurn(async () => {
        const step = undone.pop();
        if (step === undefined) return null;
        await step.redo();
        done.push(step);
        return step;
      }),
    clear: () => {
      done = [];
      undone = [];
    },
  };
}

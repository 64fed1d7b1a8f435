import { useEffect, useEffectEvent, useState } from 'react';

/**
 * A value that is kept once the person leaves the field, so that each letter is not a change of its own. Whoever leaves
 * the screen by a key has left the field, too.
 */
export function useDraft<Value>(kept: Value, keep: (value: Value) => void) {
  const [draft, setDraft] = useState(kept);
  useEffect(() => setDraft(kept), [kept]);
  const commit = () => {
    if (draft !== kept) keep(draft);
  };
  const onLeave = useEffectEvent(commit);
  useEffect(() => () => onLeave(), []);
  return { draft, setDraft, commit };
}

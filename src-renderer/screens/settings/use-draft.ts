import { useEffect, useState } from 'react';

/** A value that is kept once the person leaves the field, so that each letter is not a change of its own. */
export function useDraft<Value>(kept: Value, keep: (value: Value) => void) {
  const [draft, setDraft] = useState(kept);
  useEffect(() => setDraft(kept), [kept]);
  return {
    draft,
    setDraft,
    commit: () => {
      if (draft !== kept) keep(draft);
    },
  };
}

import { useSessionStorage } from '@mantine/hooks';
import { firstView } from '../results/filter.ts';
import type { RunView } from '../results/filter.ts';

interface KeptView {
  readonly runId: number;
  readonly view: RunView;
  /** The place in the list that the keyboard was at. */
  readonly place: number;
}

function useKeptView() {
  return useSessionStorage<KeptView | null>({
    key: 'sparsight.inspect.view',
    defaultValue: null,
    getInitialValueInEffect: false,
  });
}

/** Lets a run that has just begun be looked at newest first: what is written into a watched folder then comes on top. */
export function useNewestFirst(): (runId: number) => void {
  const [kept, setKept] = useKeptView();
  const layout = kept?.view.layout ?? firstView.layout;
  return (runId) => setKept({ runId, view: { ...firstView, layout, descending: true }, place: 0 });
}

/** How a run is looked at, kept while the window is open: whoever comes back from a part finds the list as it was. */
export function useRunView(runId: number): {
  view: RunView;
  place: number;
  change: (changed: Partial<RunView>) => void;
  setPlace: (place: number) => void;
} {
  const [kept, setKept] = useKeptView();
  const current = viewOf(kept, runId);
  return {
    view: current.view,
    place: current.place,
    change: (changed) =>
      setKept((before) => ({ runId, view: { ...viewOf(before, runId).view, ...changed }, place: 0 })),
    setPlace: (place) => setKept((before) => ({ ...viewOf(before, runId), place })),
  };
}

/** Another run begins with everything, in the layout that was used last. */
function viewOf(kept: KeptView | null, runId: number): KeptView {
  if (kept?.runId === runId) return kept;
  return { runId, view: { ...firstView, layout: kept?.view.layout ?? firstView.layout }, place: 0 };
}

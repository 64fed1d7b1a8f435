/** Which images of the list are selected. Places are positions in the list of ids as it is shown. */
export interface Selection {
  /** Ids of the selected images. */
  readonly ids: ReadonlySet<number>;
  /** Where a range begins. */
  readonly anchor: number;
  /** The image that the keyboard acts on. */
  readonly focus: number;
}

export const nothingSelected: Selection = { ids: new Set(), anchor: 0, focus: 0 };

/** How a click or a move changes what is selected, as in any file list. */
export type SelectionMode = 'replace' | 'range' | 'toggle';

export function selectAt(
  selection: Selection,
  ids: readonly number[],
  place: number,
  mode: SelectionMode,
): Selection {
  const id = ids[place];
  if (id === undefined) return selection;
  switch (mode) {
    case 'replace':
      return { ids: new Set([id]), anchor: place, focus: place };
    case 'range': {
      const from = Math.min(selection.anchor, place);
      const to = Math.max(selection.anchor, place);
      return { ids: new Set(ids.slice(from, to + 1)), anchor: selection.anchor, focus: place };
    }
    case 'toggle': {
      const selected = new Set(selection.ids);
      if (!selected.delete(id)) selected.add(id);
      return { ids: selected, anchor: place, focus: place };
    }
  }
}

export function selectAll(selection: Selection, ids: readonly number[]): Selection {
  return { ...selection, ids: new Set(ids) };
}

/** What stays selected once the list has become another: images that left it are selected no longer. */
export function keepListed(selection: Selection, ids: readonly number[]): Selection {
  const last = Math.max(0, ids.length - 1);
  const listed = ids.filter((id) => selection.ids.has(id));
  return {
    ids: listed.length === selection.ids.size ? selection.ids : new Set(listed),
    anchor: Math.min(selection.anchor, last),
    focus: Math.min(selection.focus, last),
  };
}

/** The images that a command acts on, in the order of the list: the selected ones, or else the one in focus. */
export function targets(selection: Selection, ids: readonly number[]): number[] {
  if (selection.ids.size > 0) return ids.filter((id) => selection.ids.has(id));
  const focused = ids[selection.focus];
  return focused === undefined ? [] : [focused];
}

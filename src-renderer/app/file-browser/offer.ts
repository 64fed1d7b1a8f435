/** An entry of a folder, as the contract tells it. */
export interface Entry {
  name: string;
  path: string;
  kind: 'folder' | 'image' | 'project' | 'file';
}

export type Choice = 'folders' | 'images' | 'project' | 'file' | 'files' | 'save';

export interface Offer {
  choose: Choice;
  /** Of files that may be chosen, without dots. */
  extensions?: readonly string[];
}

function hasExtension(name: string, extensions: readonly string[]): boolean {
  const lower = name.toLowerCase();
  return extensions.some((extension) => lower.endsWith(`.${extension.toLowerCase()}`));
}

/** Whether an entry can be the answer, not only on the way to it. */
export function canChoose(entry: Entry, { choose, extensions = [] }: Offer): boolean {
  if (choose === 'folders') return entry.kind === 'folder';
  if (choose === 'images') return entry.kind === 'image';
  if (choose === 'project') return entry.kind === 'project';
  if (choose === 'file' || choose === 'files')
    return entry.kind !== 'folder' && hasExtension(entry.name, extensions);
  return false;
}

/** Folders first, then what can be chosen; the rest is left out. When saving, files that are there are shown. */
export function offered(entries: readonly Entry[], offer: Offer): Entry[] {
  const folders = entries.filter(({ kind }) => kind === 'folder');
  const files = entries.filter(
    (entry) =>
      entry.kind !== 'folder' &&
      (canChoose(entry, offer) ||
        (offer.choose === 'folders' && entry.kind === 'image') ||
        (offer.choose === 'save' && hasExtension(entry.name, offer.extensions ?? []))),
  );
  return [...folders, ...files];
}

/** The path of a file of that name in a folder, in the way that the folder's path is written. */
export function pathIn(folder: string, name: string, extension: string): string {
  const separator = folder.includes('\\') ? '\\' : '/';
  const ending = `.${extension}`;
  const file = name.toLowerCase().endsWith(ending) ? name : `${name}${ending}`;
  return folder.endsWith(separator) ? `${folder}${file}` : `${folder}${separator}${file}`;
}

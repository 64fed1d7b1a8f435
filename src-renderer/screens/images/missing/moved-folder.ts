/** Both kinds of path separator: projects travel between machines. */
const separator = /[\\/]/;

/** The deepest folder that holds all the files; null for none. */
export function commonFolder(files: readonly string[]): string | null {
  const [first, ...others] = files;
  if (first === undefined) return null;
  let folder = parentOf(first);
  for (const file of others) {
    while (folder !== '' && !isWithin(file, folder)) folder = parentOf(folder);
  }
  return folder === '' ? null : folder;
}

/**
 * What was moved, given the folder that is missing and the one that the person found. When they chose a folder further
 * up, the missing folder's part of the same name is the one that was moved.
 */
export function movedFolder(missing: string, chosen: string): string {
  const name = nameOf(chosen);
  for (let folder = missing; folder !== ''; folder = parentOf(folder)) {
    if (nameOf(folder) === name) return folder;
  }
  return missing;
}

function parentOf(path: string): string {
  const parts = path.split(separator);
  const name = parts.at(-1) ?? '';
  return path.slice(0, Math.max(0, path.length - name.length - 1));
}

function nameOf(path: string): string {
  return path.split(separator).at(-1) ?? '';
}

function isWithin(file: string, folder: string): boolean {
  return file.startsWith(folder) && separator.test(file.charAt(folder.length));
}

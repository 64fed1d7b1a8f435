const key = 'sparsight.folders';
const remembered = 6;

/** Folders that something was chosen from, latest first; kept by the browser, for it has no memory of its own for that. */
export function recentFolders(): string[] {
  try {
    const folders: unknown = JSON.parse(localStorage.getItem(key) ?? '[]');
    return Array.isArray(folders) ? folders.filter((folder) => typeof folder === 'string') : [];
  } catch {
    return [];
  }
}

export function rememberFolder(folder: string): void {
  const others = recentFolders().filter((known) => known !== folder);
  localStorage.setItem(key, JSON.stringify([folder, ...others].slice(0, remembered)));
}

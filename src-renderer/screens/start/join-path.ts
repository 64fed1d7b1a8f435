/** A path below a folder, in the way that the folder's path is written: the engine may run on another system. */
export function joinPath(folder: string, ...names: string[]): string {
  const separator = folder.includes('\\') ? '\\' : '/';
  return [folder.replace(/[\\/]$/, ''), ...names].join(separator);
}

/** The name of the folder that a file lies in, on either system; parts of several folders often share their names. */
export function folderOf(path: string): string {
  return path.split(/[/\\]/).at(-2) ?? '';
}

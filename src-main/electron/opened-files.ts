import { extname, resolve } from 'node:path';

/** The project file that a command line names, as a double-click on one does; null when it names none. */
export function projectIn(parameters: readonly string[], folder: string): string | null {
  const named = parameters.find((text) => !text.startsWith('-') && isProjectFile(text));
  return named === undefined ? null : resolve(folder, named);
}

export function isProjectFile(path: string): boolean {
  return extname(path).toLowerCase() === '.sparsight';
}

import { basename, dirname, relative, resolve, sep } from 'node:path';
import type { ImportRequest } from '../../../../src-shared/contract/images.ts';

/** Folder names that mean good parts, in small letters. */
const goodFolders = new Set(['good', 'ok', 'pass', '良品']);

/** A folder of masks that some collections keep beside their parts; masks are no parts. */
const maskFolder = 'ground_truth';

const longestLabel = 100;

/** What to do with a file that is imported: leave it out, or the label that it gets. */
export type Labelling = (path: string) => { label: string | null } | 'leave out';

/** @param chosen the files and folders that a person chose */
export function labelling(chosen: readonly string[], rule: NonNullable<ImportRequest['label']>): Labelling {
  if (rule.kind === 'fixed') return () => ({ label: rule.label });
  const roots = chosen.map((path) => resolve(path));
  return (path) => {
    const folder = dirname(path);
    const below = roots.filter((root) => folder === root || folder.startsWith(withSeparator(root)));
    const root = below.reduce((longest, next) => (next.length > longest.length ? next : longest), '');
    if (root === '' || folder === root) return { label: null };
    if (relative(root, folder).split(sep).includes(maskFolder)) return 'leave out';
    const name = basename(folder).trim();
    return { label: goodFolders.has(name.toLowerCase()) ? 'good' : name.slice(0, longestLabel) };
  };
}

/** The root of a drive ends with a separator already. */
const withSeparator = (folder: string) => (folder.endsWith(sep) ? folder : folder + sep);

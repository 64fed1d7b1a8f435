/**
 * Splits good parts into those to learn from and those that are kept for testing, which a model must not have seen if
 * its figures are to mean anything: what lies below a folder `test` is kept where good parts lie below a folder `train`
 * beside it, as data sets for inspection are commonly laid out.
 */
export function splitGoodParts<Part extends { readonly path: string }>(
  parts: readonly Part[],
): { readonly learn: Part[]; readonly kept: Part[] } {
  const besideTrain = new Set(parts.flatMap(({ path }) => foldersAround(path, 'train')));
  const isKept = ({ path }: Part) => foldersAround(path, 'test').some((around) => besideTrain.has(around));
  return { learn: parts.filter((part) => !isKept(part)), kept: parts.filter(isKept) };
}

/** The folders on the way to a file that hold a folder of that name on the way to it. */
function foldersAround(path: string, name: string): string[] {
  const folders = path.split(/[/\\]/).slice(0, -1);
  return folders.flatMap((folder, i) =>
    folder.toLowerCase() === name ? [folders.slice(0, i).join('/')] : [],
  );
}

/** Endings of files that hold tables as text. */
export const tableExtensions = ['csv', 'tsv', 'txt', 'dat', 'asc'];

/** One number that was measured, and what it is to reach. */
export interface Figure {
  readonly what: string;
  readonly value: number;
  readonly unit: string;
  /** Left out where nothing is promised. */
  readonly target?: { readonly least: number } | { readonly most: number };
}

/** What one section measured; `missing` says what could not be, and why. */
export interface Section {
  readonly name: string;
  readonly figures: readonly Figure[];
  readonly missing: readonly string[];
}

/** What a section works with. */
export interface Inputs {
  /** Folder that holds the sets of real parts. */
  readonly data: string;
  /** A script that measures other software on the same images; null when none was named. */
  readonly peers: string | null;
  /** The Python that runs it. */
  readonly python: string;
  /** An empty folder for projects and links. */
  readonly scratch: string;
}

const digits = (value: number) => (Math.abs(value) >= 1000 ? 0 : Math.abs(value) >= 10 ? 1 : 3);
const format = (value: number) =>
  value.toLocaleString('en', { maximumFractionDigits: digits(value), minimumFractionDigits: 0 });

function targetOf({ target }: Figure): string {
  if (target === undefined) return '';
  return 'least' in target ? `at least ${format(target.least)}` : `at most ${format(target.most)}`;
}

function isReached({ value, target }: Figure): string {
  if (target === undefined) return '';
  const reached = 'least' in target ? value >= target.least : value <= target.most;
  return reached ? 'yes' : 'NO';
}

/** A Markdown table, so that it can be read on a terminal and kept in the documentation. */
export function asTable(machine: Record<string, unknown>, sections: readonly Section[]): string {
  const rows = [
    ['section', 'what', 'measured', 'unit', 'target', 'reached'],
    ...sections.flatMap(({ name, figures }) =>
      figures.map((figure) => [
        name,
        figure.what,
        format(figure.value),
        figure.unit,
        targetOf(figure),
        isReached(figure),
      ]),
    ),
  ];
  const widths = rows[0]!.map((_, column) => Math.max(...rows.map((row) => row[column]!.length)));
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell, column) => cell.padEnd(widths[column]!)).join(' | ')} |`;
  const [head, ...body] = rows;
  return [
    Object.entries(machine)
      .map(([key, value]) => `${key}: ${String(value)}`)
      .join(', '),
    '',
    line(head!),
    line(widths.map((width) => '-'.repeat(width))),
    ...body.map(line),
    ...sections.flatMap(({ name, missing }) => missing.map((text) => `Not measured (${name}): ${text}`)),
    '',
  ].join('\n');
}

import { join } from 'node:path';
import type { Figure, Inputs, Section } from '../figures.ts';
import { runJson } from '../run.ts';

type Rows = Readonly<Record<string, { seconds: number; reached: number }>>;

const programs = join(import.meta.dirname, '..');

/** How long each method of the numerics library takes, and how much longer scikit-learn and scikit-image do. */
export async function measureNumerics({ python, scratch }: Inputs): Promise<Section> {
  const ours = await runJson<Rows>(process.execPath, [join(programs, 'numerics.ts'), scratch]);
  let theirs: Rows = {};
  const missing: string[] = [];
  try {
    const peers = join(programs, 'peers', 'scikit.py');
    theirs = (await runJson<{ rows: Rows }>(python, [peers, scratch])).rows;
  } catch (thrown) {
    missing.push(`scikit-learn and scikit-image: ${String(thrown)}`);
  }
  const figures = Object.entries(ours).flatMap(([what, { seconds }]): Figure[] => {
    const own = { what, value: 1000 * seconds, unit: 'ms' };
    const other = theirs[what];
    if (!other) return [own];
    const ratio = other.seconds / seconds;
    return [own, { what: `${what}: against scikit`, value: ratio, unit: 'times', target: { least: 1 } }];
  });
  return { name: 'numerics', figures: [...figures, ...(await measureSinglePrecision())], missing };
}

/** What one program in single-precision/ says of each of its methods: microseconds that a problem takes. */
type Precisions = Readonly<Record<string, { single: number; double: number }>>;

/** Programs in single-precision/. */
const topics = [
  'images',
  'iterative-codes',
  'lasso-paths',
  'learning',
  'regression',
  'shared-and-masked-codes',
];

/** Methods in single precision, and how much longer their references in double precision take. */
async function measureSinglePrecision(): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const topic of topics) {
    const program = join(programs, 'single-precision', `${topic}.ts`);
    const found = await runJson<Precisions>(process.execPath, [program]);
    for (const [method, { single, double }] of Object.entries(found))
      figures.push(
        { what: `${method}, single precision`, value: single, unit: 'µs' },
        {
          what: `${method}: double precision against single`,
          value: double / single,
          unit: 'times',
          target: { least: 1 },
        },
      );
  }
  return figures;
}

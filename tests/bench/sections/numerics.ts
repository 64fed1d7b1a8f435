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
  return { name: 'numerics', figures: [...figures, ...(await measureIterativeCodes())], missing };
}

/** Codes by each iterative method in single precision, and how much longer the reference in double precision takes. */
async function measureIterativeCodes(): Promise<Figure[]> {
  const program = join(programs, 'iterative-codes.ts');
  const found = await runJson<Record<string, { single: number; double: number }>>(process.execPath, [
    program,
  ]);
  return Object.entries(found).flatMap(([method, { single, double }]): Figure[] => [
    { what: `codes by ${method}, single precision`, value: single, unit: 'µs/signal' },
    {
      what: `codes by ${method}: double precision against single`,
      value: double / single,
      unit: 'times',
      target: { least: 1 },
    },
  ]);
}

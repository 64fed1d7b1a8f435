/**
 * Measures what the project promises on real parts, prints a table, or with --json one JSON document.
 *
 *   npm run bench -- --data DIR [--peers SCRIPT [--python PROGRAM]]
 *       [--only omp,numerics,learn,inspect,memory,evaluate,window,desktop] [--json]
 *
 * DIR holds the folders elpv-mono and kolektorsdd (see docs/benchmarks.md). Each measurement is a process of its own.
 */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, cpus, loadavg, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import manifest from '../../package.json' with { type: 'json' };
import { asTable } from './figures.ts';
import type { Section } from './figures.ts';
import { folderOfData, peersScript } from './inputs.ts';
import { measureDesktop } from './sections/desktop.ts';
import { measureEvaluation } from './sections/evaluate.ts';
import { measureInspection } from './sections/inspect.ts';
import { measureLearning } from './sections/learn.ts';
import { measureMemory } from './sections/memory.ts';
import { measureNumerics } from './sections/numerics.ts';
import { measureSparseCoding } from './sections/omp.ts';
import { measureWindow } from './sections/window.ts';

const sections = {
  omp: measureSparseCoding,
  numerics: measureNumerics,
  learn: measureLearning,
  inspect: measureInspection,
  memory: measureMemory,
  evaluate: measureEvaluation,
  window: measureWindow,
  desktop: measureDesktop,
};
type SectionName = keyof typeof sections;
const names = Object.keys(sections) as SectionName[];

const { values } = parseArgs({
  options: {
    data: { type: 'string' },
    peers: { type: 'string' },
    python: { type: 'string', default: 'python3' },
    only: { type: 'string', default: names.join(',') },
    json: { type: 'boolean', default: false },
  },
});

function refuse(message: string): never {
  process.stderr.write(`${message}\n`);
  process.exit(2);
}

const chosen = values.only.split(',').map((name) => {
  const known = names.find((candidate) => candidate === name);
  return known ?? refuse(`There is no section ${name}; there are ${names.join(', ')}.`);
});
const data =
  folderOfData(values.data) ?? refuse('Name the folder of real parts with --data or SPARSIGHT_BENCH_DATA.');
const peers = peersScript(values.peers);

const scratch = mkdtempSync(join(tmpdir(), 'sparsight-bench-'));
try {
  const measured: Section[] = [];
  for (const name of chosen) {
    process.stderr.write(`Measuring: ${name} ...\n`);
    const own = join(scratch, name);
    mkdirSync(own);
    try {
      measured.push(await sections[name]({ data, peers, python: values.python, scratch: own }));
    } catch (thrown) {
      // What the other sections measure takes minutes and is not lost for this one.
      process.stderr.write(`${name}: ${thrown instanceof Error ? thrown.message : String(thrown)}\n`);
      process.exitCode = 1;
    }
  }
  const machine = {
    date: new Date().toISOString(),
    sparsight: manifest.version,
    node: process.versions.node,
    processor: cpus()[0]?.model ?? 'unknown',
    cores: availableParallelism(),
    memoryGB: Math.round(totalmem() / 1e9),
    /** Other work on the machine makes the figures worse; this says how much of it there was. */
    load: loadavg()[0],
  };
  process.stdout.write(
    values.json
      ? `${JSON.stringify({ machine, sections: measured }, null, 2)}\n`
      : asTable(machine, measured),
  );
} finally {
  rmSync(scratch, { recursive: true, force: true });
}

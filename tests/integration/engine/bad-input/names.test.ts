import { readdir, writeFile } from 'node:fs/promises';
import { mkdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { expect, it } from 'vitest';
import type { InspectOutcome } from '../../../../src-shared/contract/outcomes.ts';
import { partPicture } from '../../../support/part-pictures.ts';
import { quickRecipe } from '../../../support/quick-recipe.ts';
import { endOf } from '../../../support/run-job.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';
import { testEngine } from '../../../support/test-engine.ts';

const folder = temporaryFolder();
const client = testEngine();

/** 255 bytes: as long as a name can be. */
const longest = `${'長'.repeat(83)}ab.png`;

const names = [
  'with spaces in it.png',
  "O'Brien.png",
  // Windows knows no such name.
  ...(process.platform === 'win32' ? [] : ['"quoted" <b>&amp;.png', 'two\nlines.png', 'back\\slash.png']),
  '良品 部品①.png',
  'ギヤ.png',
  '🔩 bolt 👩🏽‍🔧.png',
  'café.png',
  '%41 %s $HOME `ls` ; rm.png',
  '-o.png',
  '#1?.png',
  longest,
];

it('parts of any name are learnt from, inspected, mapped and reported under that name', async () => {
  const home = join(folder, "部品 'A' 🔩");
  const parts = join(home, 'good parts');
  mkdirSync(parts, { recursive: true });
  for (const [seed, name] of names.entries()) {
    await writeFile(join(parts, name), await partPicture({ seed, blot: seed % 2 === 0 }));
  }
  await client.project.open({ path: join(home, '検査 №1 🔩.sparsight') });
  const learnt = await endOf(client, client.jobs.train({ good: [parts], recipe: quickRecipe }));
  expect(learnt).toMatchObject({ error: null, warnings: [], outcome: { images: names.length } });

  const maps = join(home, 'heat maps');
  const inspected = await endOf<InspectOutcome>(
    client,
    client.jobs.inspect({ images: [parts], mapsFolder: maps }),
  );
  expect(inspected).toMatchObject({ error: null, warnings: [] });
  const runId = inspected.outcome?.runId ?? 0;
  const { rows } = await client.results.list({ runId });
  expect(rows.map(({ name }) => name).sort()).toEqual([...names].sort());
  expect(rows.every(({ name, path }) => basename(path) === name)).toBe(true);
  expect(await readdir(maps)).toHaveLength(names.length);

  for (const format of ['html', 'pdf', 'csv', 'xlsx', 'json'] as const) {
    const out = join(home, `報告書 "1".${format}`.replaceAll('"', process.platform === 'win32' ? "'" : '"'));
    const report = await endOf(client, client.jobs.report({ format, out, language: 'ja' }));
    expect(report).toMatchObject({ error: null, warnings: [], outcome: { parts: names.length } });
  }
});

import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { sparsight } from '../../support/command-line.ts';
import { writeParts } from '../../support/part-pictures.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

it('lists the classical experiments when none is named', async () => {
  const { code, stdout } = await sparsight(['experiment']);
  expect(code).toBe(0);
  expect(stdout).toContain('compressed-sensing');
  expect(stdout.match(/--setting: /g)).toHaveLength(8);
});

it('runs one with a seed and a setting, as text and as one JSON document', async () => {
  const args = ['experiment', 'sparse-recovery', '--seed', '1'];
  const text = await sparsight(args);
  expect(text.stdout).toMatch(/found by OMP +20 of 20\n$/);
  const { stdout } = await sparsight([...args, '--setting', '0.05', '--json']);
  const document = JSON.parse(stdout) as { setting: number; charts: { series: { name: string }[] }[] };
  expect(document.setting).toBe(0.05);
  expect(document.charts[0]?.series.map(({ name }) => name)).toEqual(['truth', 'lasso', 'omp']);
});

it('runs on an image file of its own with the method that was named', async () => {
  const folder = temporaryFolder();
  await writeParts(folder, 1);
  const [image = ''] = readdirSync(folder);
  const args = ['experiment', 'image-dictionary', '--image', join(folder, image), '--method', 'mod'];
  const { stdout, code } = await sparsight(args);
  expect(code).toBe(0);
  expect(stdout).toMatch(/atoms for each patch +\d/);
});

it('refuses an experiment that there is none of, and a setting out of range, as wrong use', async () => {
  const unknown = await sparsight(['experiment', 'alchemy']);
  expect(unknown.code).toBe(2);
  expect(unknown.stderr).toContain('sparse-recovery');
  const beyond = await sparsight(['experiment', 'inpainting', '--setting', '2']);
  expect(beyond.code).toBe(2);
  expect(beyond.stderr).toContain('Choose one from 0.25 to 0.75.');
});

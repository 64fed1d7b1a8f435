import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { expect, it } from 'vitest';
import type { ImportOutcome, ImportRequest } from '../../../../src-shared/contract/images.ts';
import { wordHappening } from '../../../../src-shared/errors/word-error.ts';
import { writeUnusable } from '../../../support/hostile-pictures.ts';
import { writeParts } from '../../../support/part-pictures.ts';
import { endOf } from '../../../support/run-job.ts';
import { openedProject } from './opened-project.ts';
import { tinyBitmap } from './tiny-bitmap.ts';

const importedWith = async (
  { client }: Awaited<ReturnType<typeof openedProject>>,
  request: ImportRequest,
): Promise<ImportOutcome | null> =>
  (await endOf<ImportOutcome>(client, client.images.import(request))).outcome;

it('imports a folder with the label that was asked for, in natural order', async () => {
  const { client, folder, ...rest } = await openedProject();
  await writeParts(join(folder, 'parts'), 12);
  const request: ImportRequest = { paths: [join(folder, 'parts')], label: { kind: 'fixed', label: 'good' } };
  expect(await importedWith({ client, folder, ...rest }, request)).toEqual({
    added: 12,
    known: 0,
    unreadable: 0,
    duplicates: 0,
  });
  const { total, rows } = await client.images.list({ limit: 3 });
  expect(total).toBe(12);
  expect(rows.map(({ name }) => name)).toEqual(['part-1.png', 'part-2.png', 'part-3.png']);
  expect(rows[0]).toMatchObject({
    width: 128,
    height: 128,
    bitDepth: 8,
    label: 'good',
    state: 'ok',
    problem: null,
  });
  expect((await client.images.list({ sort: 'addedAt' })).rows.map(({ name }) => name).slice(8)).toEqual([
    'part-9.png',
    'part-10.png',
    'part-11.png',
    'part-12.png',
  ]);
  expect(await client.images.labels()).toEqual({
    labels: [{ label: 'good', count: 12 }],
    unreadable: 0,
    duplicates: 0,
  });
});

it('takes labels from folders, and leaves masks out', async () => {
  const project = await openedProject();
  const root = join(project.folder, 'bracket');
  await writeParts(root, 1);
  await writeParts(join(root, 'test', 'Good'), 1, { seed: 10 });
  await writeParts(join(root, 'test', 'OK'), 1, { seed: 20 });
  await writeParts(join(root, 'test', 'scratch'), 1, { seed: 30 });
  await writeParts(join(root, 'ground_truth', 'scratch'), 1, { seed: 40 });
  await importedWith(project, { paths: [root], label: { kind: 'by-folder' } });
  const { rows } = await project.client.images.list({ sort: 'addedAt' });
  expect(rows.map(({ path, label }) => [path.slice(root.length + 1).replaceAll('\\', '/'), label])).toEqual(
    expect.arrayContaining([
      ['part-1.png', null],
      ['test/Good/part-1.png', 'good'],
      ['test/OK/part-1.png', 'good'],
      ['test/scratch/part-1.png', 'scratch'],
    ]),
  );
  expect(rows).toHaveLength(4);
});

it('keeps files that cannot be read as rows that say why', async () => {
  const project = await openedProject();
  const parts = join(project.folder, 'parts');
  await writeParts(parts, 2);
  await writeUnusable(parts);
  const outcome = await importedWith(project, { paths: [parts] });
  expect(outcome).toMatchObject({ added: 7, unreadable: 4 });
  const { rows } = await project.client.images.list({ only: 'unreadable' });
  expect(rows.map(({ name }) => name)).toEqual(['bomb.png', 'cut off.png', 'empty.png', 'letter.jpg']);
  for (const row of rows) {
    expect(row.state).toBe('unreadable');
    const said = row.problem ?? { message: '' };
    expect(wordHappening('en', said)).toMatch(/^(The image|letter\.jpg) .+\.$/);
    expect(wordHappening('ja', said)).toMatch(/^[^a-z]*(bomb|cut off|empty|letter)\.(png|jpg)は[^.]+。$/);
  }
  await expect(project.client.images.thumbnail({ imageId: rows[1]!.id })).rejects.toThrow('damaged');
});

it('marks duplicates by their contents, and counts them', async () => {
  const project = await openedProject();
  const parts = join(project.folder, 'parts');
  const [first] = await writeParts(parts, 2);
  writeFileSync(join(parts, 'twin.png'), readFileSync(first!));
  expect(await importedWith(project, { paths: [parts] })).toMatchObject({ added: 3, duplicates: 1 });
  const { rows } = await project.client.images.list({});
  expect(rows.map(({ duplicateOf }) => duplicateOf)).toEqual([null, null, rows[0]!.id]);
});

it('leaves what it knows alone, but looks again at files that have changed or could not be read', async () => {
  const project = await openedProject();
  const parts = join(project.folder, 'parts');
  const [first] = await writeParts(parts, 2);
  writeFileSync(join(parts, 'late.png'), '');
  await importedWith(project, { paths: [parts], label: { kind: 'fixed', label: 'good' } });
  const before = (await project.client.images.list({})).rows;
  await project.client.images.setLabels({ labels: [{ id: before[1]!.id, label: 'dent' }] });
  writeFileSync(join(parts, 'late.png'), await sharp(first).resize(64, 64).png().toBuffer());
  writeFileSync(join(parts, 'part-2.png'), await sharp(first).resize(32, 32).png().toBuffer());
  const again: ImportRequest = { paths: [parts], label: { kind: 'fixed', label: 'scratch' } };
  expect(await importedWith(project, again)).toEqual({ added: 0, known: 3, unreadable: 0, duplicates: 0 });
  const after = (await project.client.images.list({})).rows;
  expect(after.map(({ id }) => id)).toEqual(before.map(({ id }) => id));
  expect(after.map(({ label, width, problem }) => [label, width, problem])).toEqual([
    ['good', 64, null],
    ['dent', 128, null],
    ['good', 32, null],
  ]);
});

it('imports two thousand files, and remembers where each is', async () => {
  const project = await openedProject();
  const parts = join(project.folder, 'parts');
  mkdirSync(parts);
  for (let i = 0; i < 2000; i++) writeFileSync(join(parts, `part ${i + 1}.bmp`), tinyBitmap(i));
  expect(await importedWith(project, { paths: [parts] })).toEqual({
    added: 2000,
    known: 0,
    unreadable: 0,
    duplicates: 0,
  });
  const page = await project.client.images.list({ offset: 1998, limit: 10 });
  expect(page.total).toBe(2000);
  expect(page.rows.map(({ name }) => name)).toEqual(['part 1999.bmp', 'part 2000.bmp']);
  expect(await project.client.images.ids({ text: 'PART 19' })).toHaveLength(111);
});

it('leaves nothing of an import that is cancelled', async () => {
  const project = await openedProject();
  const parts = join(project.folder, 'parts');
  mkdirSync(parts);
  for (let i = 0; i < 400; i++) writeFileSync(join(parts, `part ${i + 1}.bmp`), tinyBitmap(i));
  const { client } = project;
  const job = await client.images.import({ paths: [parts] });
  for await (const event of await client.jobs.events(job)) {
    if (event.type === 'progress' && event.progress.stage === 'importing' && event.progress.done > 0) {
      await client.jobs.cancel(job);
    }
    if (event.type === 'cancelled') break;
  }
  expect((await client.images.list({})).total).toBe(0);
  expect((await client.jobs.list({})).map(({ kind, state }) => [kind, state])).toEqual([
    ['import', 'cancelled'],
  ]);
});

it('says which images have gone, and finds them where their folder was moved to', async () => {
  const project = await openedProject();
  const parts = join(project.folder, 'elsewhere', 'parts');
  await writeParts(parts, 3);
  await importedWith(project, { paths: [parts] });
  const moved = join(project.folder, 'moved');
  renameSync(parts, moved);
  rmSync(join(moved, 'part-3.png'));
  const states = async () => (await project.client.images.list({})).rows.map(({ state }) => state);
  expect(await states()).toEqual(['missing', 'missing', 'missing']);
  const [gone] = (await project.client.images.list({ text: 'part-3' })).rows;
  await expect(project.client.images.thumbnail({ imageId: gone!.id, side: 64 })).rejects.toMatchObject({
    data: { code: 'image.missing' },
  });
  expect(await project.client.images.relocate({ from: parts, to: moved })).toEqual({ found: 2, missing: 1 });
  expect(await states()).toEqual(['ok', 'ok', 'missing']);
});

it('makes thumbnails upright, no larger than asked for, and keeps them by their contents', async () => {
  const project = await openedProject();
  const file = join(project.folder, 'turned.jpg');
  const dark = { create: { width: 400, height: 300, channels: 3 as const, background: '#204060' } };
  const turned = await sharp(dark).jpeg().withMetadata({ orientation: 6 }).toBuffer();
  writeFileSync(file, turned);
  await importedWith(project, { paths: [file] });
  const [row] = (await project.client.images.list({})).rows;
  expect(row).toMatchObject({ width: 300, height: 400 });
  const blob = await project.client.images.thumbnail({ imageId: row!.id, side: 64 });
  expect(blob.type).toBe('image/webp');
  expect(await sharp(await blob.arrayBuffer()).metadata()).toMatchObject({
    format: 'webp',
    width: 48,
    height: 64,
  });
  const kept = readdirSync(join(project.cacheFolder, 'thumbnails', row!.sha256.slice(0, 2))).sort();
  expect(kept).toEqual([`${row!.sha256}-192.webp`, `${row!.sha256}-64.webp`]);
  rmSync(file);
  const again = await project.client.images.thumbnail({ imageId: row!.id, side: 64 });
  expect(Buffer.from(await again.arrayBuffer())).toEqual(Buffer.from(await blob.arrayBuffer()));
});

it('sets labels for many at once and puts them back', async () => {
  const project = await openedProject();
  await writeParts(join(project.folder, 'parts'), 3);
  await importedWith(project, { paths: [join(project.folder, 'parts')] });
  const ids = await project.client.images.ids({});
  const { previous } = await project.client.images.setLabels({
    labels: ids.map((id) => ({ id, label: '  burr ' })),
  });
  expect((await project.client.images.labels()).labels).toEqual([{ label: 'burr', count: 3 }]);
  await project.client.images.setLabels({ labels: previous });
  expect((await project.client.images.labels()).labels).toEqual([{ label: null, count: 3 }]);
  expect(await project.client.images.remove({ imageIds: ids.slice(0, 2) })).toEqual({ removed: 2, kept: 0 });
  expect(await project.client.images.ids({})).toEqual(ids.slice(2));
});

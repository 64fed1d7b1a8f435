import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { defaultRecipe, recipeSchema } from '../../../../src-shared/domain/recipe.ts';
import { writeParts } from '../../../support/part-pictures.ts';
import { endOf } from '../../../support/run-job.ts';
import { temporaryFolder } from '../temporary-folder.ts';
import { openedProject } from './opened-project.ts';

it('suggests a recipe for the good images, and keeps the one that was prepared', async () => {
  const { client, folder, engine, path } = await openedProject();
  expect(await client.recipes.suggest()).toEqual({
    recipe: defaultRecipe,
    goodImages: 0,
    keptForTesting: 0,
    imageSize: null,
    workingSize: null,
    otherSizes: 0,
  });
  await writeParts(join(folder, 'good'), 3, { width: 60, height: 40 });
  await writeParts(join(folder, 'good', 'large'), 1, { seed: 9 });
  await endOf(
    client,
    client.images.import({ paths: [join(folder, 'good')], label: { kind: 'fixed', label: 'good' } }),
  );
  const suggestion = await client.recipes.suggest();
  expect(suggestion).toMatchObject({
    goodImages: 4,
    imageSize: { width: 60, height: 40 },
    workingSize: { width: 60, height: 40 },
    otherSizes: 1,
  });
  expect(suggestion.recipe.patch).toEqual({ size: 8, stride: 4, scales: 1 });
  expect(await client.recipes.draft()).toEqual(suggestion.recipe);
  const regions = {
    inspect: [],
    ignore: [{ kind: 'stroke' as const, points: [[4, 4] as [number, number]], width: 6 }],
  };
  const draft = recipeSchema.parse({ regions, patch: { size: 6, stride: 3 } });
  await client.recipes.saveDraft({ recipe: draft });
  await engine.client.project.close();
  await engine.client.project.open({ path });
  expect(await client.recipes.draft()).toEqual(draft);
  expect((await client.recipes.suggest()).recipe.regions).toEqual(regions);
});

it('changes single settings', async () => {
  const { client } = await openedProject();
  await client.settings.set({ theme: 'dark' });
  expect(await client.settings.set({ operator: 'Ada' })).toMatchObject({ theme: 'dark', operator: 'Ada' });
  expect(await client.settings.get()).toMatchObject({ theme: 'dark', operator: 'Ada', language: 'system' });
  await expect(client.settings.set({ heatMapOpacity: 2 })).rejects.toMatchObject({
    data: { code: 'usage.invalid' },
  });
});

it('remembers recent projects with what was in them, without opening them again', async () => {
  const folder = temporaryFolder();
  const settingsFile = join(folder, 'settings.json');
  const { client, path } = await openedProject({ settingsFile }, folder);
  await writeParts(join(folder, 'good'), 2);
  await endOf(
    client,
    client.images.import({ paths: [join(folder, 'good')], label: { kind: 'fixed', label: 'good' } }),
  );
  const second = join(folder, 'second.sparsight');
  await client.project.open({ path: second });
  const recent = await client.settings.recentProjects();
  expect(
    recent.map(({ name, exists, images, models, lastRun }) => ({ name, exists, images, models, lastRun })),
  ).toEqual([
    { name: 'second', exists: true, images: 0, models: 0, lastRun: null },
    { name: 'parts', exists: true, images: 2, models: 0, lastRun: null },
  ]);
  expect(recent[1]!.thumbnail).toMatch(/^data:image\/webp;base64,/);
  expect(recent[0]!.thumbnail).toBeNull();
  await client.project.close();
  rmSync(second);
  expect((await client.settings.recentProjects()).map(({ exists }) => exists)).toEqual([false, true]);
  await client.settings.forgetProject({ path: second });
  expect((await client.settings.recentProjects()).map((project) => project.path)).toEqual([path]);
  await client.project.open({ path });
  expect((await client.settings.recentProjects())[0]!.thumbnail).toMatch(/^data:image/);
});

it('shows a picture of the open project before it was closed once', async () => {
  const folder = temporaryFolder();
  const kept = { settingsFile: join(folder, 'settings.json'), cacheFolder: join(folder, 'cache') };
  const { client } = await openedProject(kept, folder);
  expect((await client.settings.recentProjects())[0]!.thumbnail).toBeNull();
  await writeParts(join(folder, 'good'), 2);
  await endOf(
    client,
    client.images.import({ paths: [join(folder, 'good')], label: { kind: 'fixed', label: 'good' } }),
  );
  expect((await client.settings.recentProjects())[0]!.thumbnail).toMatch(/^data:image\/webp;base64,/);
});

it('lists folders for choosing files, folders first', async () => {
  const { client, folder } = await openedProject();
  mkdirSync(join(folder, 'files', 'sub 10'), { recursive: true });
  mkdirSync(join(folder, 'files', 'sub 9'));
  for (const name of ['b.PNG', 'a.txt', 'c.sparsight', '.hidden'])
    writeFileSync(join(folder, 'files', name), '');
  const listed = await client.host.folder({ path: join(folder, 'files') });
  expect(listed).toMatchObject({ path: join(folder, 'files'), parent: folder });
  expect(listed.entries.map(({ name, kind }) => [name, kind])).toEqual([
    ['sub 9', 'folder'],
    ['sub 10', 'folder'],
    ['a.txt', 'file'],
    ['b.PNG', 'image'],
    ['c.sparsight', 'project'],
  ]);
  const codeOf = (path: string) =>
    client.host.folder({ path }).catch((error: unknown) => (error as { data: { code: string } }).data.code);
  expect(await codeOf(join(folder, 'nowhere'))).toBe('input.missing');
  expect(await codeOf(join(folder, 'files', 'a.txt'))).toBe('input.not-a-folder');
  expect((await client.host.folder({})).path).not.toBe('');
});

it('lists the project that is open as it is now, unless it was taken from the list', async () => {
  const folder = temporaryFolder();
  const { client, path } = await openedProject({ settingsFile: join(folder, 'settings.json') }, folder);
  const [opened] = await client.settings.recentProjects();
  expect(opened).toMatchObject({ path, images: 0 });
  const paths = await writeParts(join(folder, 'good'), 2);
  await endOf(client, client.images.import({ paths, label: { kind: 'fixed', label: 'good' } }));
  const [filled] = await client.settings.recentProjects();
  expect(filled).toMatchObject({ path, images: 2, openedAt: opened!.openedAt });
  await client.settings.forgetProject({ path });
  expect(await client.settings.recentProjects()).toEqual([]);
  await client.project.close();
  expect(await client.settings.recentProjects()).toEqual([]);
});

it('says what the application is made of, and shows its guide and its log', async () => {
  const folder = temporaryFolder();
  const logFile = join(folder, 'sparsight.log');
  const { client } = await openedProject({ logFile, documentsFolder: folder }, folder);
  const about = await client.host.about();
  expect(about).toMatchObject({ logFile, documentsFolder: folder });
  expect(about.cores).toBeGreaterThan(0);
  const sharp = about.components.find(({ name }) => name === 'sharp');
  expect(sharp).toMatchObject({ licence: 'Apache-2.0' });
  expect(about.components.filter(({ licence }) => !/^\(?[A-Z][\w.-]+( |\)|$)/.test(licence))).toEqual([]);
  expect(about.components.map(({ name }) => name)).toEqual(
    expect.arrayContaining(['Node.js', 'react', 'better-sqlite3']),
  );
  for (const language of ['en', 'ja'] as const) {
    expect((await client.host.guide({ language })).markdown).toMatch(/^# /);
  }
  expect((await client.host.log()).lines).toEqual([]);
  writeFileSync(
    logFile,
    Array.from({ length: 20_000 }, (_, i) => `{"line":${i},"msg":"something happened"}\n`).join(''),
  );
  const { lines } = await client.host.log();
  expect(lines).toHaveLength(500);
  expect(lines.at(-1)).toContain('"line":19999');
  expect(lines[0]).toContain('"line":19500');
});

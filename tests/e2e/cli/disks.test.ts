import { chmod, copyFile, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import type { TestContext } from 'vitest';
import { sparsight } from '../../support/command-line.ts';
import { writeParts } from '../../support/part-pictures.ts';
import { quickRecipe } from '../../support/quick-recipe.ts';
import { mountSmallDisk, withoutPrivilege } from '../../support/small-disk.ts';
import type { SmallDisk } from '../../support/small-disk.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const folder = temporaryFolder();
const run = (...args: string[]) => sparsight(args, folder);
const errorOf = (stdout: string) =>
  (JSON.parse(stdout) as { error: { code: string; message: string } }).error;
const training = (project: string) => [
  'train',
  '--project',
  project,
  '--good',
  'good',
  '--recipe',
  'quick.json',
  '--json',
];

/** A disk for one test, or the test is skipped with the reason. */
function diskFor(context: TestContext, name: string, kibibytes: number): SmallDisk {
  const disk = mountSmallDisk(join(folder, name), kibibytes);
  if (disk === null) return context.skip('this machine does not let the test mount a disk of its own');
  onTestFinished(() => disk.remove());
  return disk;
}

beforeAll(async () => {
  await writeParts(join(folder, 'good'), 6);
  await writeParts(join(folder, 'blots'), 3, { seed: 200, blot: true });
  await writeFile(join(folder, 'quick.json'), JSON.stringify(quickRecipe));
  expect((await run(...training('line.sparsight'))).code).toBe(0);
  expect((await run('inspect', '--project', 'line.sparsight', '--images', 'blots')).code).toBe(0);
});

describe('a full disk', () => {
  it('fails the report with exit code 1, and the one that was there before stays whole', async (context) => {
    const disk = diskFor(context, 'full for reports', 64);
    await writeFile(join(disk.path, 'other things'), Buffer.alloc(52 * 1024));
    const out = join(disk.path, 'report.html');
    await writeFile(out, 'the report of yesterday');
    const args = ['report', '--project', 'line.sparsight', '--format', 'html', '--out', out, '--json'];
    const { code, stdout, stderr } = await run(...args);
    expect(code).toBe(1);
    expect(errorOf(stdout)).toMatchObject({ code: 'disk.full' });
    expect(stderr).toContain(out);
    expect((await readdir(disk.path)).sort()).toEqual(['other things', 'report.html']);
    expect(await readFile(out, 'utf8')).toBe('the report of yesterday');
  });

  it('fails the training with exit code 1; what the project held is whole, and work goes on with room', async (context) => {
    const source = join(folder, 'line.sparsight');
    const bytes = (await readFile(source)).length;
    const disk = diskFor(context, 'full for projects', Math.ceil(bytes / 1024) + 300);
    const project = join(disk.path, 'line.sparsight');
    await copyFile(source, project);
    const { code, stdout, stderr } = await run(...training(project), '--seed', '9');
    expect(code).toBe(1);
    expect(errorOf(stdout).code).toBe('disk.full');
    expect(stderr).toContain(project);
    const kept = JSON.parse((await run('info', '--project', project, '--json')).stdout) as object;
    expect(kept).toMatchObject({ models: [{ id: 1 }], runs: [{ id: 1, counts: { reject: 3 } }] });
    await copyFile(project, join(folder, 'rescued.sparsight'));
    expect((await run(...training('rescued.sparsight'), '--seed', '9')).code).toBe(0);
  });

  it('makes no half project', async (context) => {
    const disk = diskFor(context, 'too small', 16);
    const { code, stdout } = await run(...training(join(disk.path, 'new.sparsight')));
    expect(code).toBe(1);
    expect(errorOf(stdout).code).toBe('disk.full');
    expect(await readdir(disk.path)).toEqual([]);
  });
});

describe('a read-only disk', () => {
  it('can be read from: parts, recipe, project; writing is refused', async (context) => {
    const disk = diskFor(context, 'read-only', 4096);
    const project = join(disk.path, 'line.sparsight');
    await copyFile(join(folder, 'line.sparsight'), project);
    await writeParts(join(disk.path, 'parts'), 2, { seed: 300 });
    disk.setReadOnly(true);
    const parts = join(disk.path, 'parts');
    expect((await run('info', '--project', project)).code).toBe(0);
    expect((await run('inspect', '--project', 'line.sparsight', '--images', parts)).code).toBe(0);

    const inspected = await run('inspect', '--project', project, '--images', parts, '--json');
    expect(inspected.code).toBe(2);
    expect(errorOf(inspected.stdout).code).toBe('project.read-only');
    expect(inspected.stderr).toContain(project);
    const out = join(disk.path, 'r.csv');
    const args = ['report', '--project', 'line.sparsight', '--format', 'csv', '--out', out, '--json'];
    const reported = await run(...args);
    expect(reported.code).toBe(2);
    expect(errorOf(reported.stdout).code).toBe('disk.read-only');
    expect(reported.stderr).toContain(out);
  });
});

describe('what may not be read', () => {
  it('is named: a folder fails the command, one file among others is passed over', async (context) => {
    const prefix = withoutPrivilege();
    if (prefix === null) return context.skip('this machine does not let the test give up its privileges');
    const secret = join(folder, 'secret');
    await mkdir(secret);
    await chmod(secret, 0o000);
    onTestFinished(() => chmod(secret, 0o700));
    const inspect = ['inspect', '--project', 'line.sparsight', '--json', '--images'];
    const refused = await sparsight([...inspect, 'secret'], folder, prefix);
    expect(refused.code).toBe(2);
    expect(errorOf(refused.stdout)).toMatchObject({ code: 'input.unreadable', path: secret });

    const [first = ''] = await writeParts(join(folder, 'half secret'), 2, { seed: 300 });
    await chmod(first, 0o000);
    const { code, stdout, stderr } = await sparsight([...inspect, 'half secret'], folder, prefix);
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      counts: { total: 1 },
      warnings: [{ code: 'image.unreadable', path: first }],
    });
    expect(stderr).toContain('Permission is denied.');
  });
});

import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { sparsight, startSparsight } from '../../support/command-line.ts';
import { writeParts } from '../../support/part-pictures.ts';
import { quickRecipe } from '../../support/quick-recipe.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const folder = temporaryFolder();
const run = (...args: string[]) => sparsight(args, folder);

/** Takes far longer to learn than anybody waits. */
const endless = {
  patch: { scales: 1, size: 16 },
  dictionary: { method: 'ksvd', atoms: 1024, iterations: 200, patches: 200_000 },
};

beforeAll(async () => {
  await mkdir(join(folder, 'good'));
  await writeParts(join(folder, 'good'), 6);
  await writeFile(join(folder, 'quick.json'), JSON.stringify(quickRecipe));
  await writeFile(join(folder, 'endless.json'), JSON.stringify(endless));
});

const training = (project: string, recipe: string) => [
  'train',
  '--project',
  project,
  '--good',
  'good',
  '--recipe',
  recipe,
];

// Windows has no such signals: there, a console that is closed ends the process.
describe.skipIf(process.platform === 'win32')('Ctrl-C', () => {
  it('cancels within seconds, with exit code 130 and one JSON document, and the project is whole', async () => {
    const command = startSparsight([...training('c.sparsight', 'endless.json'), '--json'], folder);
    await command.saysOnStderr('Learning: 0 of 1');
    const asked = performance.now();
    command.process.kill('SIGINT');
    const { code, stdout, stderr } = await command.finished;
    expect(performance.now() - asked).toBeLessThan(10_000);
    expect(code).toBe(130);
    expect(JSON.parse(stdout)).toMatchObject({ error: { code: 'job.cancelled' } });
    expect(stderr).toContain('Cancelled.');
    expect(stderr).not.toMatch(/Error|^\s+at /m);

    const info = JSON.parse((await run('info', '--project', 'c.sparsight', '--json')).stdout) as object;
    expect(info).toMatchObject({ models: [], images: 0, jobs: [{ kind: 'train', state: 'cancelled' }] });
    expect((await run(...training('c.sparsight', 'quick.json'))).code).toBe(0);
  });
});

describe('a project that is open in another process', () => {
  it('is refused to a second writer, can be read, and is free once the first has ended', async () => {
    expect((await run(...training('open.sparsight', 'quick.json'))).code).toBe(0);
    const first = startSparsight(training('open.sparsight', 'endless.json'), folder);
    await first.saysOnStderr('Learning: 0 of 1');

    const second = await run(...training('open.sparsight', 'quick.json'), '--json');
    expect(second.code).toBe(2);
    expect(JSON.parse(second.stdout)).toMatchObject({ error: { code: 'project.locked' } });
    expect(second.stderr).toContain(join(folder, 'open.sparsight'));

    const reader = await run('info', '--project', 'open.sparsight', '--json');
    expect(JSON.parse(reader.stdout)).toMatchObject({ models: [{ id: 1 }] });

    first.process.kill('SIGTERM');
    await first.finished;
    expect((await run('inspect', '--project', 'open.sparsight', '--images', 'good')).code).toBe(0);
  });
});

import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { sparsight } from '../../support/command-line.ts';
import { writeParts } from '../../support/part-pictures.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const folder = temporaryFolder();
const run = (...args: string[]) => sparsight(args, folder);

beforeAll(async () => {
  await writeParts(join(folder, 'good'), 5);
  await mkdir(join(folder, 'empty'));
  await writeFile(
    join(folder, 'notes.txt'),
    'These are notes, not a project, and longer than a header. '.repeat(9),
  );
  await writeFile(join(folder, 'bad.json'), '{ "patch": { "size": 3 } }');
  await writeFile(join(folder, 'half.json'), '{ "patch":');
});

const newProject = ['--project', 'new.sparsight', '--good', 'good'];

/** The command, the code of its error, and what its message must name. */
const failures: [string[], string, string][] = [
  [['train', '--project', 'p.sparsight', '--good', 'nowhere'], 'input.missing', 'nowhere'],
  [['train', '--project', 'p.sparsight', '--good', 'empty'], 'input.empty', 'empty'],
  [['train', '--project', 'nowhere/p.sparsight', '--good', 'good'], 'input.missing', 'nowhere'],
  [['train', '--project', 'notes.txt', '--good', 'good'], 'project.not-a-project', 'notes.txt'],
  [['train', '--project', 'empty', '--good', 'good'], 'project.not-a-project', 'empty'],
  [['train', ...newProject, '--recipe', 'nowhere.json'], 'recipe.invalid', 'nowhere.json'],
  [['train', ...newProject, '--recipe', 'empty'], 'recipe.invalid', 'it is a folder'],
  [['train', ...newProject, '--recipe', 'half.json'], 'recipe.invalid', 'half.json is not JSON'],
  [
    ['train', ...newProject, '--recipe', 'bad.json'],
    'recipe.invalid',
    'patch.size: must be at least 4; it is 3',
  ],
  [['train', ...newProject, '--log', 'empty'], 'usage.invalid', 'The log empty'],
  [['inspect', '--project', 'nowhere.sparsight', '--images', 'good'], 'project.missing', 'nowhere.sparsight'],
  [
    ['report', '--project', 'notes.txt', '--format', 'pdf', '--out', 'r.pdf'],
    'project.not-a-project',
    'notes.txt',
  ],
  [['info', '--project', 'notes.txt'], 'project.not-a-project', 'notes.txt'],
  [['evaluate', '--dataset', 'good'], 'input.missing', join('good', 'train', 'good')],
  [['demo', '--out', 'notes.txt'], 'usage.invalid', 'notes.txt'],
];

describe('unusable input', () => {
  it.each(failures)(
    '%j: exit code 2, one JSON document, the message on stderr',
    async (args, code, named) => {
      const notes = await readFile(join(folder, 'notes.txt'));
      const failed = await run(...args, '--json');
      expect(failed.code).toBe(2);
      const { error } = JSON.parse(failed.stdout) as {
        error: { code: string; message: string; next: string };
      };
      expect(error.code).toBe(code);
      expect(error.next).not.toBe('');
      const line = `Error: `;
      expect(failed.stderr).toContain(line);
      expect(failed.stderr).toContain(named);
      expect(failed.stderr).toContain(error.next);
      expect(failed.stderr).not.toMatch(/^\s+at /m);
      expect(await readFile(join(folder, 'notes.txt'))).toEqual(notes);
      // Nothing is left of a project that was made in vain.
      const files = await readdir(folder);
      expect(files).not.toContain('new.sparsight');
      expect(files).not.toContain('p.sparsight');
    },
  );
});

describe('wrong use', () => {
  it.each([
    [['train', '--good', 'good'], '--project'],
    [['trane'], 'train'],
    [[], 'Usage'],
    [['report', '--project', 'p.sparsight', '--format', 'docx', '--out', 'r'], 'pdf, html, csv, xlsx, json'],
    [['train', ...newProject, '--seed', '-1'], 'from 0 to 4294967295'],
    [['train', ...newProject, '--seed', '4294967296'], 'from 0 to 4294967295'],
    [['train', ...newProject, '--seed', ''], 'whole number'],
    [['train', ...newProject, '--limit', '2.5'], 'whole number'],
    [['inspect', '--project', 'p.sparsight', '--images', 'good', '--model', 'best'], 'whole number'],
    [['info', '--project', 'p.sparsight', 'what'], 'too many arguments'],
  ])('%j: exit code 2, and stderr says what is right', async (args, hint) => {
    const plain = await run(...args);
    expect(plain).toMatchObject({ code: 2, stdout: '' });
    expect(plain.stderr).toContain(hint);
    expect(plain.stderr).not.toMatch(/^\s+at /m);
  });

  it('puts one JSON document on stdout under --json, too', async () => {
    const { code, stdout } = await run('train', '--json', '--good', 'good');
    expect(code).toBe(2);
    expect(JSON.parse(stdout)).toMatchObject({ error: { code: 'usage.invalid' } });
  });
});

describe('help and version', () => {
  it('are asked for without harm', async () => {
    const help = await run('--help');
    expect(help).toMatchObject({ code: 0, stderr: '' });
    for (const command of ['demo', 'train', 'inspect', 'evaluate', 'report', 'info']) {
      expect(help.stdout).toMatch(new RegExp(`^  ${command} `, 'm'));
    }
    expect(help.stdout).toContain('Exit codes');
    const version = await run('--version');
    expect(version).toMatchObject({ code: 0, stderr: '' });
    expect(version.stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
  });
});

import { chmod, mkdir, symlink, writeFile } from 'node:fs/promises';
import { basename, join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import { listImages } from '../../../src-main/imaging/files/list-images.ts';
import { useTemporaryFolder } from './temporary-folder.ts';

const folder = useTemporaryFolder();
const at = (...names: string[]) => join(folder.path, ...names);
// Permissions do not bind root.
const bound = process.getuid?.() !== 0 && process.platform !== 'win32';

async function write(...names: string[]): Promise<void> {
  for (const name of names) await writeFile(at(name), 'content is not looked at');
}

async function listed(...inputs: string[]): Promise<string[]> {
  const { images } = await listImages(inputs.length > 0 ? inputs : [folder.path]);
  return images.map((image) => relative(folder.path, image));
}

describe('a folder', () => {
  it('lists its images in the order in which a person counts', async () => {
    await write('part10.png', 'part2.png', 'Part1.png', 'part2b.png');
    expect(await listed()).toEqual(['Part1.png', 'part2.png', 'part2b.png', 'part10.png']);
  });

  it('is listed with its subfolders', async () => {
    await mkdir(at('scratch', 'deep'), { recursive: true });
    await write('a.png', join('scratch', 'b.TIF'), join('scratch', 'deep', 'c.jpeg'));
    expect(await listed()).toEqual(['a.png', join('scratch', 'b.TIF'), join('scratch', 'deep', 'c.jpeg')]);
  });

  it('keeps silent about files that are no images and about hidden ones', async () => {
    await mkdir(at('.cache'));
    await write('a.png', 'notes.txt', 'Thumbs.db', '._a.png', '.hidden.png', join('.cache', 'b.png'));
    expect(await listImages([folder.path])).toEqual({ images: [at('a.png')], skipped: [] });
  });

  it('keeps names of any language, with quotes, emoji and 255 bytes', async () => {
    const names = [`it's "fine".png`, '良品 01.png', 'part 🔩.png', `${'n'.repeat(251)}.png`];
    await write(...names);
    expect((await listed()).sort()).toEqual([...names].sort());
  });

  it('without images is an error that says so', async () => {
    await write('notes.txt');
    await expect(listImages([folder.path])).rejects.toMatchObject({
      code: 'input.empty',
      message: `There are no images in ${basename(folder.path)}.`,
    });
  });

  it('that does not exist is an error that names it', async () => {
    await expect(listImages([at('gone')])).rejects.toMatchObject({
      code: 'input.missing',
      path: at('gone'),
    });
  });

  it.runIf(bound)('that may not be read is an error; an unreadable subfolder is reported', async () => {
    await mkdir(at('locked'), { mode: 0 });
    await expect(listImages([at('locked')])).rejects.toMatchObject({ code: 'input.unreadable' });
    await write('a.png');
    expect(await listImages([folder.path])).toEqual({
      images: [at('a.png')],
      skipped: [{ path: at('locked'), reason: { name: 'skipped.denied', values: {} } }],
    });
    await chmod(at('locked'), 0o700);
  });
});

describe('an image that cannot be read', () => {
  it('as a link that leads nowhere is reported, the others are listed', async () => {
    await write('a.png');
    await symlink(at('nowhere.png'), at('b.png'));
    const { images, skipped } = await listImages([folder.path]);
    expect(images).toEqual([at('a.png')]);
    expect(skipped).toMatchObject([{ path: at('b.png') }]);
  });

  it('among none that can is an error that counts them', async () => {
    await symlink(at('nowhere.png'), at('b.png'));
    await expect(listImages([folder.path])).rejects.toMatchObject({
      code: 'input.empty',
      message: `None of the 1 images in ${basename(folder.path)} can be read.`,
    });
  });

  it.runIf(bound)('for want of permission is reported', async () => {
    await write('a.png', 'b.png');
    await chmod(at('b.png'), 0);
    const { skipped } = await listImages([folder.path]);
    expect(skipped).toEqual([{ path: at('b.png'), reason: { name: 'skipped.denied', values: {} } }]);
  });
});

describe('links', () => {
  it('in a circle end', async () => {
    await mkdir(at('sub'));
    await write(join('sub', 'a.png'));
    await symlink(folder.path, at('sub', 'up'));
    await symlink(at('self'), at('self'));
    expect(await listed()).toEqual([join('sub', 'a.png')]);
  });
});

describe('single files', () => {
  it('count whatever their ending', async () => {
    await write('camera-frame');
    expect(await listed(at('camera-frame'))).toEqual(['camera-frame']);
  });

  it('and the folder they are in are listed once', async () => {
    await write('a.png', 'b.png');
    expect(await listed(at('b.png'), folder.path)).toEqual(['a.png', 'b.png']);
  });
});

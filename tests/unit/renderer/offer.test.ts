import { describe, expect, it } from 'vitest';
import { canChoose, offered, pathIn } from '../../../src-renderer/app/file-browser/offer.ts';
import type { Entry } from '../../../src-renderer/app/file-browser/offer.ts';

const entry = (name: string, kind: Entry['kind']): Entry => ({ name, kind, path: `/parts/${name}` });
const folder = entry('monday', 'folder');
const image = entry('part 1.png', 'image');
const project = entry('bracket.sparsight', 'project');
const logo = entry('logo.JPG', 'image');
const all = [project, image, folder, logo];

describe('choosing files in a browser', () => {
  it('offers folders on the way, and what is asked for', () => {
    expect(offered(all, { choose: 'project' })).toEqual([folder, project]);
    expect(offered(all, { choose: 'images' })).toEqual([folder, image, logo]);
    expect(offered(all, { choose: 'file', extensions: ['jpg'] })).toEqual([folder, logo]);
  });

  it('shows what pictures a folder holds, but takes only the folder', () => {
    expect(offered(all, { choose: 'folders' })).toEqual([folder, image, logo]);
    expect(canChoose(image, { choose: 'folders' })).toBe(false);
    expect(canChoose(folder, { choose: 'folders' })).toBe(true);
  });

  it('names a new file as the folder is written, with its ending once', () => {
    expect(pathIn('/home/anna', 'Bracket', 'sparsight')).toBe('/home/anna/Bracket.sparsight');
    expect(pathIn('/', 'Bracket.SPARSIGHT', 'sparsight')).toBe('/Bracket.SPARSIGHT');
    expect(pathIn('C:\\Parts', 'Bracket', 'pdf')).toBe('C:\\Parts\\Bracket.pdf');
  });
});

import { describe, expect, it } from 'vitest';
import { commonFolder, movedFolder } from '../../../../src-renderer/screens/images/missing/moved-folder.ts';

describe('the folder of missing images', () => {
  it('is the deepest one that holds them all', () => {
    expect(commonFolder(['/a/parts/good/1.png', '/a/parts/good/2.png'])).toBe('/a/parts/good');
    expect(commonFolder(['/a/parts/good/1.png', '/a/parts/dent/2.png'])).toBe('/a/parts');
  });

  it('is not mistaken for one whose name begins alike', () => {
    expect(commonFolder(['/a/parts/1.png', '/a/parts-2/1.png'])).toBe('/a');
  });

  it('is found in paths of Windows, too', () => {
    expect(commonFolder(['C:\\lot\\good\\1.png', 'C:\\lot\\dent\\2.png'])).toBe('C:\\lot');
  });

  it('is none without missing images', () => {
    expect(commonFolder([])).toBeNull();
  });
});

describe('a moved folder', () => {
  it('is the missing one when that was found under another name', () => {
    expect(movedFolder('/a/parts/good', '/b/good-parts')).toBe('/a/parts/good');
  });

  it('is the one further up that has the name of what was found', () => {
    expect(movedFolder('/a/parts/good', '/backup/parts')).toBe('/a/parts');
    expect(movedFolder('C:\\lot\\good', 'D:\\lot')).toBe('C:\\lot');
  });
});

import { expect, it } from 'vitest';
import { folderOf } from '../../../../src-renderer/screens/images/facts/folder-of.ts';
import { importLabel } from '../../../../src-renderer/screens/images/import/import-label.ts';

it('labels what is added as it was answered', () => {
  expect(importLabel('good', '')).toEqual({ kind: 'fixed', label: 'good' });
  expect(importLabel('none', 'dent')).toEqual({ kind: 'fixed', label: null });
  expect(importLabel('by-folder', '')).toEqual({ kind: 'by-folder' });
  expect(importLabel('defect', ' dent ')).toEqual({ kind: 'fixed', label: 'dent' });
});

it('waits for the name of the defect', () => {
  expect(importLabel('defect', '  ')).toBeNull();
});

it('names the folder of a file, on any system', () => {
  expect(folderOf('/a/b/1.png')).toBe('/a/b');
  expect(folderOf('C:\\lot\\1.png')).toBe('C:\\lot');
  expect(folderOf('/1.png')).toBe('/');
});

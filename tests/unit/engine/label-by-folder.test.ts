import { join, resolve } from 'node:path';
import { expect, it } from 'vitest';
import { labelling } from '../../../src-main/engine/use-cases/images/label-by-folder.ts';

const root = resolve('parts');
const byFolder = (chosen: string[], ...place: string[]) =>
  labelling(chosen, { kind: 'by-folder' })(join(root, ...place));

it.each(['good', 'Good', 'OK', 'pass', '良品'])('a folder named %s holds good parts', (name) => {
  expect(byFolder([root], name, 'a.png')).toEqual({ label: 'good' });
});

it('any other folder is a type of defect, by the name that is nearest to the file', () => {
  expect(byFolder([root], 'Deep scratch', 'a.png')).toEqual({ label: 'Deep scratch' });
  expect(byFolder([root], 'test', 'dent', 'a.png')).toEqual({ label: 'dent' });
  expect(byFolder([root], 'x'.repeat(150), 'a.png')).toEqual({ label: 'x'.repeat(100) });
});

it('files in a chosen folder itself, and files chosen one by one, stay unlabelled', () => {
  expect(byFolder([root], 'a.png')).toEqual({ label: null });
  expect(byFolder([root, join(root, 'dent')], 'dent', 'a.png')).toEqual({ label: null });
  expect(byFolder([join(root, 'dent', 'a.png')], 'dent', 'a.png')).toEqual({ label: null });
  expect(byFolder([join(root, 'den')], 'dent', 'a.png')).toEqual({ label: null });
});

it('masks beside the parts are left out', () => {
  expect(byFolder([root], 'ground_truth', 'dent', 'a_mask.png')).toBe('leave out');
});

it('a fixed label is for all', () => {
  expect(labelling([root], { kind: 'fixed', label: 'dent' })(join(root, 'good', 'a.png'))).toEqual({
    label: 'dent',
  });
});

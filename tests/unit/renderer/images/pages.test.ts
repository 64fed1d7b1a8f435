import { describe, expect, it } from 'vitest';
import { pageOf, pageOffsets } from '../../../../src-renderer/screens/images/gallery/pages.ts';
import { relabelled } from '../../../../src-renderer/screens/images/gallery/relabelled.ts';

describe('the pages of rows', () => {
  it('are those that hold what is in sight', () => {
    expect(pageOffsets(0, 49, 50_000)).toEqual([0]);
    expect(pageOffsets(90, 210, 50_000)).toEqual([0, 100, 200]);
  });

  it('end with the list', () => {
    expect(pageOffsets(90, 210, 120)).toEqual([0, 100]);
    expect(pageOffsets(0, 50, 0)).toEqual([]);
    expect(pageOffsets(500, 600, 120)).toEqual([]);
  });

  it('tell where an image is found', () => {
    expect(pageOf(250)).toEqual({ offset: 200, within: 50 });
  });
});

describe('a page after labelling', () => {
  const rows = [
    { id: 1, label: null },
    { id: 2, label: 'good' },
  ];

  it('shows the new labels', () => {
    expect(relabelled(rows, new Map([[1, 'dent']]))).toEqual([{ id: 1, label: 'dent' }, rows[1]]);
  });

  it('shows a label that was taken away', () => {
    expect(relabelled(rows, new Map([[2, null]]))[1]?.label).toBeNull();
  });

  it('is the same page when none of its images is concerned', () => {
    expect(relabelled(rows, new Map([[7, 'dent']]))).toBe(rows);
    expect(relabelled(rows, new Map([[2, 'good']]))).toBe(rows);
  });
});

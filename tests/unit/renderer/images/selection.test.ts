import { describe, expect, it } from 'vitest';
import {
  keepListed,
  nothingSelected,
  selectAll,
  selectAt,
  targets,
} from '../../../../src-renderer/screens/images/gallery/selection.ts';

const ids = [10, 11, 12, 13, 14, 15];

describe('the selection of images', () => {
  it('is the clicked image alone after a plain click', () => {
    const selection = selectAt(selectAll(nothingSelected, ids), ids, 2, 'replace');
    expect([...selection.ids]).toEqual([12]);
    expect(selection.focus).toBe(2);
  });

  it('reaches with Shift from where it began, in either direction', () => {
    const begun = selectAt(nothingSelected, ids, 3, 'replace');
    expect([...selectAt(begun, ids, 5, 'range').ids]).toEqual([13, 14, 15]);
    expect([...selectAt(begun, ids, 1, 'range').ids]).toEqual([11, 12, 13]);
  });

  it('shrinks again when the range is taken back', () => {
    const begun = selectAt(nothingSelected, ids, 1, 'replace');
    const far = selectAt(begun, ids, 5, 'range');
    expect([...selectAt(far, ids, 2, 'range').ids]).toEqual([11, 12]);
  });

  it('gains and loses single images with Ctrl or the space bar', () => {
    const one = selectAt(nothingSelected, ids, 1, 'replace');
    const two = selectAt(one, ids, 4, 'toggle');
    expect([...two.ids]).toEqual([11, 14]);
    expect([...selectAt(two, ids, 1, 'toggle').ids]).toEqual([14]);
  });

  it('ignores places that are not in the list', () => {
    expect(selectAt(nothingSelected, ids, 6, 'replace')).toBe(nothingSelected);
  });

  it('loses images that leave the list, and the focus stays within it', () => {
    const selection = selectAt(selectAt(nothingSelected, ids, 4, 'replace'), ids, 5, 'range');
    const kept = keepListed(selection, [10, 14]);
    expect([...kept.ids]).toEqual([14]);
    expect(kept.focus).toBe(1);
  });

  it('keeps its set when nothing has left the list', () => {
    const selection = selectAt(nothingSelected, ids, 4, 'replace');
    expect(keepListed(selection, [14, 13]).ids).toBe(selection.ids);
  });
});

describe('a command on the selection', () => {
  it('acts on the selected images in the order of the list', () => {
    const selection = selectAt(selectAt(nothingSelected, ids, 4, 'replace'), ids, 0, 'toggle');
    expect(targets(selection, ids)).toEqual([10, 14]);
  });

  it('acts on the image in focus when none is selected', () => {
    expect(targets({ ...nothingSelected, focus: 2 }, ids)).toEqual([12]);
  });

  it('acts on nothing in an empty list', () => {
    expect(targets(nothingSelected, [])).toEqual([]);
  });
});

import { describe, expect, it } from 'vitest';
import {
  dependsOnLabels,
  everything,
  fromQuery,
  toggledLabel,
  toQuery,
} from '../../../../src-renderer/screens/images/gallery/filter.ts';

describe('the filter of images', () => {
  it('asks for every label when none is chosen', () => {
    expect(toQuery(everything)).not.toHaveProperty('labels');
  });

  it('gains and loses a label, unlabelled included', () => {
    const unlabelled = toggledLabel(everything, null);
    expect(toQuery(unlabelled).labels).toEqual([null]);
    expect(toggledLabel(unlabelled, null)).toEqual(everything);
  });

  it('is what another screen asked for', () => {
    expect(fromQuery({ labels: ['dent'], sort: 'pixels' })).toEqual({
      ...everything,
      labels: ['dent'],
      sort: 'pixels',
    });
  });

  it('lists others after labelling only when it asks for labels or sorts by them', () => {
    expect(dependsOnLabels(everything)).toBe(false);
    expect(dependsOnLabels({ ...everything, labels: ['good'] })).toBe(true);
    expect(dependsOnLabels({ ...everything, sort: 'label' })).toBe(true);
  });
});

import { describe, expect, it } from 'vitest';
import {
  keyOfLabel,
  labelOfKey,
  orderDefectTypes,
} from '../../../../src-renderer/screens/images/gallery/label-keys.ts';

describe('the keys of labels', () => {
  const types = ['dent', 'scratch'];

  it('are 1 for good, 2 to 9 for defect types and 0 for no label', () => {
    expect(labelOfKey('1', types)).toBe('good');
    expect(labelOfKey('2', types)).toBe('dent');
    expect(labelOfKey('3', types)).toBe('scratch');
    expect(labelOfKey('0', types)).toBeNull();
  });

  it('mean nothing where there is no such defect type', () => {
    expect(labelOfKey('4', types)).toBeUndefined();
    expect(labelOfKey('x', types)).toBeUndefined();
  });

  it('lead back to the label', () => {
    for (const label of ['good', null, ...types]) {
      expect(labelOfKey(keyOfLabel(label, types) ?? '', types)).toBe(label);
    }
  });

  it('end with the eighth defect type', () => {
    const many = Array.from({ length: 9 }, (_, i) => `type ${i + 1}`);
    expect(keyOfLabel('type 8', many)).toBe('9');
    expect(keyOfLabel('type 9', many)).toBeNull();
  });
});

describe('the order of defect types', () => {
  it('is natural at first', () => {
    expect(orderDefectTypes([], ['type 10', 'good', null, 'type 2'])).toEqual(['type 2', 'type 10']);
  });

  it('keeps the key of a type whose last image got another label', () => {
    expect(orderDefectTypes(['dent', 'scratch'], ['scratch'])).toEqual(['dent', 'scratch']);
  });

  it('puts new types after those that have a key already', () => {
    expect(orderDefectTypes(['scratch'], ['bubble', 'scratch'])).toEqual(['scratch', 'bubble']);
  });

  it('is the same list while nothing is new', () => {
    const before = ['dent'];
    expect(orderDefectTypes(before, ['dent', 'good'])).toBe(before);
  });
});

import { describe, expect, test } from 'vitest';
import {
  choiceCounts,
  choiceLabels,
  nameOf,
  requestOf,
} from '../../../../src-renderer/screens/inspect/start/request.ts';
import type { InspectionForm } from '../../../../src-renderer/screens/inspect/start/request.ts';

const form: InspectionForm = {
  kind: 'folder',
  paths: ['/line/batch 7'],
  choice: 'not-learnt',
  title: '',
  modelId: null,
};

describe('the request of an inspection', () => {
  test('is called like its folder unless a person has named it', () => {
    expect(requestOf(form, []).title).toBe('batch 7');
    expect(requestOf({ ...form, title: '  Monday ' }, []).title).toBe('Monday');
  });

  test('takes the model in use unless another one is chosen', () => {
    expect(requestOf(form, [])).not.toHaveProperty('modelId');
    expect(requestOf({ ...form, modelId: 4 }, []).modelId).toBe(4);
  });

  test('watches only where a person asked for it', () => {
    expect(requestOf(form, []).watch).toBe(false);
    expect(requestOf({ ...form, kind: 'watch' }, [])).toMatchObject({ watch: true, images: form.paths });
  });

  test('of images of the project names them, and no paths', () => {
    expect(requestOf({ ...form, kind: 'project' }, [3, 5])).toMatchObject({
      images: [],
      imageIds: [3, 5],
      title: '',
    });
  });
});

describe('the images of the project', () => {
  const labels = [
    { label: 'good', count: 40 },
    { label: 'scratch', count: 6 },
    { label: 'dent', count: 4 },
    { label: null, count: 10 },
  ];

  test('are counted by what is known of them', () => {
    expect(choiceCounts(labels, 35)).toEqual({ 'not-learnt': 25, unlabelled: 10, defective: 10, all: 60 });
  });

  test('with a defect are those of every label but good', () => {
    expect(choiceLabels('defective', labels)).toEqual(['scratch', 'dent']);
    expect(choiceLabels('unlabelled', labels)).toEqual([null]);
    expect(choiceLabels('not-learnt', labels)).toBeUndefined();
  });
});

test('a path of either system ends in its name', () => {
  expect(nameOf('/line/batch 7/')).toBe('batch 7');
  expect(nameOf('C:\\parts\\batch 8')).toBe('batch 8');
});

import { expect, test } from 'vitest';
import { featureWords } from '../../../../src-renderer/screens/part/opinion/feature-words.ts';

test('every statistic of a part has its words', () => {
  expect(featureWords('psnr')).toEqual({ word: 'psnr', detail: null });
  expect(featureWords('residual1')).toEqual({ word: 'residual', detail: 'scaleFine' });
  expect(featureWords('structureOver12')).toEqual({ word: 'structureOver', detail: 'over12' });
  expect(featureWords('rebuildingOver50')).toEqual({ word: 'rebuildingOver', detail: 'over50' });
  expect(featureWords('evidenceOver800')).toEqual({ word: 'evidenceOver', detail: 'over800' });
});

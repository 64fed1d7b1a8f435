import { describe, expect, it } from 'vitest';
import type { RunScores } from '../../../../src-shared/contract/runs.ts';
import { decisionSchema } from '../../../../src-shared/domain/decision.ts';
import { queryOf, scoresOf, selectParts } from '../../../../src-renderer/screens/evaluate/part-selection.ts';
import { tallyAt } from '../../../../src-renderer/screens/evaluate/tally.ts';
import { truths } from '../../../../src-renderer/screens/evaluate/truth.ts';

const scores: RunScores = {
  resultIds: [11, 12, 13, 14, 15],
  imageIds: [1, 2, 3, 4, 5],
  names: ['a.png', 'b.png', 'c.png', 'd.png', 'e.png'],
  scores: [0.5, 2, 1.4, 3, 1.3],
  psnr: [30, 20, 25, 18, 26],
  ssim: [0.9, 0.5, 0.7, 0.4, 0.8],
  decisions: ['pass', 'reject', 'review', 'reject', 'review'],
  labels: ['good', 'scratch', 'good', 'dent', null],
  verdicts: [null, null, null, null, null],
  defectProbabilities: [null, null, null, null, null],
};
const limits = { review: 1.3, reject: 2 };

describe('parts behind a figure', () => {
  it('are as many as the confusion matrix counts, in each of its cells', () => {
    const tally = tallyAt(scores, limits);
    for (const truth of truths) {
      for (const decision of decisionSchema.options) {
        const places = selectParts(scores, { truth, scores: scoresOf(decision, limits) });
        expect(places).toHaveLength(tally[truth][decision]);
      }
    }
  });

  it('come with the most suspicious first', () => {
    expect(selectParts(scores, {})).toEqual([3, 1, 2, 4, 0]);
  });

  it('can be named one by one', () => {
    expect(selectParts(scores, { resultIds: [15, 12] })).toEqual([1, 4]);
  });

  it('are asked of the engine by their labels and their range of scores', () => {
    expect(queryOf(7, scores, { truth: 'defective', scores: { from: 1, below: 2.5 } })).toEqual({
      runId: 7,
      sort: 'score',
      descending: true,
      labels: ['scratch', 'dent'],
      scoreFrom: 1,
      scoreBelow: 2.5,
    });
    expect(queryOf(7, scores, { truth: 'unlabelled' }).labels).toEqual([null]);
    expect(queryOf(7, scores, { defect: 'dent' }).labels).toEqual(['dent']);
    expect(queryOf(7, scores, {}).labels).toBeUndefined();
  });

  it('follow a verdict where a person has given one, and then are not asked for by label', () => {
    const judged: RunScores = { ...scores, verdicts: [null, 'accept', null, null, 'reject'] };
    expect(selectParts(judged, { truth: 'good' })).toEqual([1, 2, 0]);
    expect(selectParts(judged, { defect: 'scratch' })).toEqual([]);
    expect(queryOf(7, judged, { truth: 'good' }).labels).toBeUndefined();
  });
});

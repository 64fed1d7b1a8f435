import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { limitFigures, tallyAt, tallyDefects } from '../../../../src-renderer/screens/evaluate/tally.ts';

const run = {
  scores: [0.1, 1.5, 2.5, 0.2, 1.5, 3.0, 1.4],
  labels: ['good', 'good', 'good', 'scratch', 'scratch', 'dent', null],
  verdicts: new Array<null>(7).fill(null),
};
const limits = { review: 1.3, reject: 2 };

describe('counts at two limits', () => {
  it('tell false rejects, escapes and reviews apart', () => {
    expect(limitFigures(tallyAt(run, limits))).toEqual({
      falseRejects: 1,
      escapes: 1,
      reviews: 3,
      good: 3,
      defective: 3,
      total: 7,
    });
  });

  it('reject a part whose score is exactly the limit', () => {
    expect(tallyAt({ scores: [2], labels: ['good'], verdicts: [null] }, limits).good.reject).toBe(1);
  });

  it('count neither false rejects nor escapes among parts without label', () => {
    const { falseRejects, escapes } = limitFigures(
      tallyAt({ scores: [0, 9], labels: [null, null], verdicts: [null, null] }, limits),
    );
    expect([falseRejects, escapes]).toEqual([0, 0]);
  });

  it('believe a verdict more than a label', () => {
    const judged = { scores: [0, 9], labels: ['good', 'dent'], verdicts: ['reject', 'accept'] as const };
    const { falseRejects, escapes } = limitFigures(
      tallyAt({ ...judged, verdicts: [...judged.verdicts] }, limits),
    );
    expect([falseRejects, escapes]).toEqual([1, 1]);
  });

  it('list defect types by name with what happens to their parts', () => {
    expect([...tallyDefects(run, limits)]).toEqual([
      ['dent', { pass: 0, review: 0, reject: 1 }],
      ['scratch', { pass: 1, review: 1, reject: 0 }],
    ]);
  });

  it('never gain false rejects when the reject limit rises', () => {
    const score = fc.double({ min: 0, max: 5, noNaN: true });
    fc.assert(
      fc.property(fc.array(score), score, score, (scores, a, b) => {
        const labels = scores.map(() => 'good');
        const verdicts = scores.map(() => null);
        const at = (reject: number) =>
          limitFigures(tallyAt({ scores, labels, verdicts }, { review: 0, reject })).falseRejects;
        expect(at(Math.max(a, b))).toBeLessThanOrEqual(at(Math.min(a, b)));
      }),
    );
  });
});

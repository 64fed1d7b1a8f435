import { describe, expect, it } from 'vitest';
import { recipeSchema } from '../../../src-shared/domain/recipe.ts';
import { describeIssues } from '../../../src-shared/errors/describe-issues.ts';

function refusals(value: unknown): string[] {
  const parsed = recipeSchema.safeParse(value);
  return parsed.success ? [] : describeIssues(parsed.error.issues, value);
}

describe('a recipe that cannot be used', () => {
  it.each<[string, unknown, string]>([
    ['a patch of 3 pixels', { patch: { size: 3 } }, 'patch.size: must be at least 4; it is 3.'],
    ['a patch of 17 pixels', { patch: { size: 17 } }, 'patch.size: must be at most 16; it is 17.'],
    ['half a pixel', { patch: { size: 8.5 } }, 'patch.size: must be a whole number; it is 8.5.'],
    ['a stride of 0', { patch: { stride: 0 } }, 'patch.stride: must be at least 1; it is 0.'],
    [
      'gaps between the patches',
      { patch: { size: 6, stride: 7 } },
      'patch.stride: must not be above patch.size: pixels between the patches would never be looked at; it is 7.',
    ],
    ['no scale', { patch: { scales: 0 } }, 'patch.scales: must be at least 1; it is 0.'],
    ['too many scales', { patch: { scales: 6 } }, 'patch.scales: must be at most 5; it is 6.'],
    [
      'an unknown method',
      { dictionary: { method: 'magic' } },
      'dictionary.method: must be "approximate-ksvd", "ksvd" or "online"; it is "magic".',
    ],
    [
      'an unknown initialisation',
      { dictionary: { initialisation: '' } },
      'dictionary.initialisation: must be "data" or "dct".',
    ],
    ['too few atoms', { dictionary: { atoms: 1 } }, 'dictionary.atoms: must be at least 16; it is 1.'],
    [
      'too many atoms',
      { dictionary: { atoms: 1e6 } },
      'dictionary.atoms: must be at most 1024; it is 1000000.',
    ],
    [
      'more atoms than patches',
      { dictionary: { atoms: 512, patches: 300 } },
      'dictionary.atoms: must not be above dictionary.patches: each atom needs a patch to learn from; it is 512.',
    ],
    [
      'no iteration',
      { dictionary: { iterations: 0 } },
      'dictionary.iterations: must be at least 1; it is 0.',
    ],
    ['too few patches', { dictionary: { patches: 1 } }, 'dictionary.patches: must be at least 256; it is 1.'],
    ['no non-zeros', { coder: { nonzeros: 0 } }, 'coder.nonzeros: must be at least 1; it is 0.'],
    [
      'more non-zeros than pixels',
      { patch: { size: 4, stride: 2 }, coder: { nonzeros: 20 } },
      'coder.nonzeros: must not be above dictionary.atoms, nor above the number of pixels of a patch; it is 20.',
    ],
    [
      'a negative error target',
      { coder: { errorTarget: -1 } },
      'coder.errorTarget: must be at least 0; it is -1.',
    ],
    [
      'a false-reject rate of nought',
      { decision: { falseRejectRate: 0 } },
      'decision.falseRejectRate: must be at least 0.0001; it is 0.',
    ],
    [
      'a false-reject rate of one',
      { decision: { falseRejectRate: 1, reviewRate: 0.2 } },
      'decision.falseRejectRate: must be at most 0.5; it is 1.',
    ],
    [
      'fewer reviews than rejects',
      { decision: { reviewRate: 0.01 } },
      'decision.reviewRate: must not be below decision.falseRejectRate: what is rejected is reviewed, too; it is 0.01.',
    ],
    ['a working scale of nought', { workingScale: 0 }, 'workingScale: must be at least 0.05; it is 0.'],
    ['colours', { channels: 'rgb' }, 'channels: must be "auto", "grey" or "colour"; it is "rgb".'],
    ['an unknown lighting', { lighting: true }, 'lighting: must be "median" or "none"; it is true.'],
    ['an unknown alignment', { alignment: null }, 'alignment: must be "auto", "on" or "off"; it is null.'],
    [
      'a region of no known shape',
      { regions: { ignore: [{ kind: 'circle' }] } },
      'regions.ignore[0].kind: must be "rectangle", "polygon" or "stroke"; it is "circle".',
    ],
    [
      'a region without width',
      { regions: { inspect: [{ kind: 'rectangle', x: 0, y: 0, width: 0, height: 9 }] } },
      'regions.inspect[0].width: must be above 0; it is 0.',
    ],
    [
      'a polygon of two corners',
      {
        regions: {
          inspect: [
            {
              kind: 'polygon',
              points: [
                [0, 0],
                [1, 1],
              ],
            },
          ],
        },
      },
      'regions.inspect[0].points: needs at least 3 entries.',
    ],
    [
      'a brush without width',
      { regions: { ignore: [{ kind: 'stroke', points: [[4, 4]], width: 0 }] } },
      'regions.ignore[0].width: must be above 0; it is 0.',
    ],
    [
      'a stroke that goes nowhere',
      { regions: { ignore: [{ kind: 'stroke', points: [], width: 9 }] } },
      'regions.ignore[0].points: must not be empty.',
    ],
    ['a setting that there is not', { patch: { edge: 8 } }, 'patch.edge: there is no such setting.'],
    ['a number in place of a group', { patch: 8 }, 'patch: must be a group of settings in { }; it is 8.'],
    ['a list in place of a recipe', [], 'It must be a group of settings in { }.'],
    ['text in place of a number', { patch: { size: '8' } }, 'patch.size: must be a number; it is "8".'],
  ])('with %s is refused with the place and the remedy', (_, recipe, expected) => {
    expect(refusals(recipe)).toEqual([expected]);
  });

  it('is told everything that is wrong at once', () => {
    expect(refusals({ lighting: 'sun', patch: { size: 3 }, coder: { nonzeros: 99 } })).toHaveLength(3);
  });
});

import { expect, test } from 'vitest';
import {
  heldBack,
  heldOutScores,
  strangestFirst,
} from '../../../../src-renderer/screens/learn/models/held-out.ts';

const images = [
  { imageId: 1, name: 'a', heldOutScore: 0.2, suspicious: false },
  { imageId: 2, name: 'b', heldOutScore: null, suspicious: false },
  { imageId: 3, name: 'c', heldOutScore: 1.7, suspicious: false },
  { imageId: 4, name: 'd', heldOutScore: 1.4, suspicious: false },
];

test('good parts without a score are left out of the figures', () => {
  expect(heldOutScores({ images })).toEqual([0.2, 1.7, 1.4]);
});

test('a part at a limit is beyond it; rejected parts are held back, too', () => {
  expect(heldBack({ images, limits: { review: 1.4, reject: 1.7 } })).toEqual({ rejected: 1, held: 2 });
});

test('the good parts that are most unlike the others come first, those without a score last', () => {
  expect(strangestFirst(images).map(({ name }) => name)).toEqual(['c', 'd', 'a', 'b']);
});

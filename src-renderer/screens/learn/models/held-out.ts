import type { ModelDetail } from '../../../../src-shared/contract/models.ts';
import { decide } from '../../../../src-shared/domain/decide.ts';

/** The good parts of a model that have a score, each from a comparison that had not seen it. */
export function heldOutScores({ images }: Pick<ModelDetail, 'images'>): number[] {
  return images.flatMap(({ heldOutScore }) => (heldOutScore === null ? [] : [heldOutScore]));
}

/** How many of them the limits would reject, and how many they would hold back in all. */
export function heldBack({ images, limits }: Pick<ModelDetail, 'images' | 'limits'>): {
  rejected: number;
  held: number;
} {
  const decisions = heldOutScores({ images }).map((score) => decide(score, limits));
  return {
    rejected: decisions.filter((decision) => decision === 'reject').length,
    held: decisions.filter((decision) => decision !== 'pass').length,
  };
}

/** Parts most unlike the others first, those without a score last. */
export function strangestFirst<Part extends { heldOutScore: number | null }>(parts: readonly Part[]): Part[] {
  return parts.toSorted((a, b) => (b.heldOutScore ?? -Infinity) - (a.heldOutScore ?? -Infinity));
}

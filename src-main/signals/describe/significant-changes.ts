import { fitPolynomial } from './polynomial-fit.ts';
import type { PolynomialFit } from './polynomial-fit.ts';

export interface Change {
  /** The first place of the new piece. */
  readonly place: number;
  /** By how much level, slope or curvature changes there. */
  readonly size: number;
}

/** A stretch between knots, and the polynomial that fits it best. */
interface Piece {
  readonly start: number;
  readonly end: number;
  readonly fit: PolynomialFit;
}

/**
 * The knots at which a signal changes more than its noise could make it seem. A penalised fit follows one change by
 * several small ones beside each other and shrinks them all; here the stretches between knots are fitted without a
 * penalty, and those that agree are joined, the ones that agree best first, until none agree any more: by the change in the
 * leading coefficient over its standard deviation, against the largest that noise makes of any of the n^2 / 2 stretches
 * there are, sqrt(4 log n).
 *
 * @param values [n]
 * @param knots ascending first places of pieces
 * @param noise standard deviation
 */
export function significantChanges(
  values: Float64Array,
  knots: readonly number[],
  degree: 0 | 1 | 2,
  noise: number,
): Change[] {
  const limit = Math.sqrt(4 * Math.log(values.length)) * noise;
  const piece = (start: number, end: number): Piece => ({
    start,
    end,
    fit: fitPolynomial(values.subarray(start, end), degree),
  });
  const starts = [0, ...spaced(knots, values.length, degree + 1)];
  let pieces = starts.map((start, i) => piece(start, starts[i + 1] ?? values.length));
  for (;;) {
    const joined = joinAlike(pieces, limit, piece);
    if (joined.length === pieces.length) break;
    pieces = joined;
  }
  return pieces
    .slice(1)
    .map(({ start, fit }, i) => ({ place: start, size: fit.leading - pieces[i]!.fit.leading }));
}

/** Knots that leave each stretch enough values for its polynomial. */
function spaced(knots: readonly number[], length: number, least: number): number[] {
  const kept: number[] = [];
  for (const knot of knots) {
    if (knot - (kept.at(-1) ?? 0) >= least && length - knot >= least) kept.push(knot);
  }
  return kept;
}

/** Joins each two pieces that agree, and better than either does with its other neighbour. */
function joinAlike(
  pieces: readonly Piece[],
  limit: number,
  piece: (start: number, end: number) => Piece,
): Piece[] {
  const change = pieces.map((after, i) => (i === 0 ? Infinity : significance(pieces[i - 1]!, after)));
  const joined: Piece[] = [];
  for (let i = 0; i < pieces.length; i++) {
    const next = pieces[i + 1];
    const here = change[i + 1] ?? Infinity;
    const isLeast = here < change[i]! && here <= (change[i + 2] ?? Infinity);
    if (next === undefined || here >= limit || !isLeast) joined.push(pieces[i]!);
    else joined.push(piece(pieces[i++]!.start, next.end));
  }
  return joined;
}

/** The change from one piece to the next over its standard deviation, were the noise of unit variance. */
function significance({ fit: before }: Piece, { fit: after }: Piece): number {
  return Math.abs(after.leading - before.leading) / Math.sqrt(before.variance + after.variance);
}

import type { Explanation } from '../../../../src-shared/contract/results.ts';
import { readArray } from '../../../app/read-array.ts';
import type { NumberGrid } from '../../../app/read-array.ts';

export interface ShownAtom {
  readonly atom: number;
  readonly weight: number;
  /** Share of good patches that use it. */
  readonly usage: number;
  readonly pixels: NumberGrid;
}

export interface ShownScale {
  readonly scale: number;
  /** Edge of the explained square, in pixels of its scale. */
  readonly size: number;
  readonly found: NumberGrid;
  readonly rebuilt: NumberGrid;
  readonly residual: number;
  readonly atoms: readonly ShownAtom[];
}

/** An explanation with its pixels as numbers. */
export interface ShownExplanation {
  readonly box: Explanation['box'];
  readonly evidence: number;
  readonly indicators: Explanation['indicators'];
  readonly scales: readonly ShownScale[];
  readonly nearest: { readonly name: string; readonly patch: NumberGrid } | null;
}

export async function readExplanation(explanation: Explanation): Promise<ShownExplanation> {
  const { box, evidence, indicators, nearest } = explanation;
  const scales = explanation.scales.map(async ({ found, rebuilt, atoms, ...rest }) => ({
    ...rest,
    found: await readArray(found),
    rebuilt: await readArray(rebuilt),
    atoms: await Promise.all(atoms.map(async (atom) => ({ ...atom, pixels: await readArray(atom.pixels) }))),
  }));
  return {
    box,
    evidence,
    indicators,
    scales: await Promise.all(scales),
    nearest: nearest === null ? null : { name: nearest.name, patch: await readArray(nearest.patch) },
  };
}

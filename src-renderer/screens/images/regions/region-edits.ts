import type { Recipe, Shape } from '../../../../src-shared/domain/recipe.ts';

/** Shapes on the reference part: where to look, and where not to. */
export type Regions = Recipe['regions'];
export type RegionUse = keyof Regions;

/** A shape, what it is for, and its place among those of the same use. */
export interface Region {
  readonly use: RegionUse;
  readonly index: number;
  readonly shape: Shape;
}

export type RegionPlace = Pick<Region, 'use' | 'index'>;

/** Regions after an edit, and which of them is selected then. */
export interface RegionEdit {
  readonly regions: Regions;
  readonly selected: RegionPlace | null;
}

/** In drawing order: what is ignored wins, so it lies above. */
export function allRegions(regions: Regions): Region[] {
  const listed = (use: RegionUse) => regions[use].map((shape, index): Region => ({ use, index, shape }));
  return [...listed('inspect'), ...listed('ignore')];
}

export function regionAt(regions: Regions, place: RegionPlace | null): Region | null {
  const shape = place === null ? undefined : regions[place.use][place.index];
  return place === null || shape === undefined ? null : { ...place, shape };
}

export function isSamePlace(a: RegionPlace | null, b: RegionPlace | null): boolean {
  return a?.use === b?.use && a?.index === b?.index;
}

export function addRegion(regions: Regions, use: RegionUse, shape: Shape): RegionEdit {
  return {
    regions: { ...regions, [use]: [...regions[use], shape] },
    selected: { use, index: regions[use].length },
  };
}

/** A region that is gone by now stays gone. */
export function reshapeRegion(
  regions: Regions,
  { use, index }: RegionPlace,
  change: (shape: Shape) => Shape,
): RegionEdit {
  const shape = regions[use][index];
  if (shape === undefined) return { regions, selected: null };
  return {
    regions: { ...regions, [use]: regions[use].with(index, change(shape)) },
    selected: { use, index },
  };
}

export function removeRegion(regions: Regions, { use, index }: RegionPlace): RegionEdit {
  if (regions[use][index] === undefined) return { regions, selected: null };
  const left = regions[use].toSpliced(index, 1);
  return {
    regions: { ...regions, [use]: left },
    selected: left.length === 0 ? null : { use, index: Math.min(index, left.length - 1) },
  };
}

/** A region to inspect becomes one to ignore, or the other way round. */
export function reuseRegion(regions: Regions, place: RegionPlace, use: RegionUse): RegionEdit {
  const shape = regions[place.use][place.index];
  if (shape === undefined || use === place.use) return { regions, selected: place };
  return addRegion(removeRegion(regions, place).regions, use, shape);
}

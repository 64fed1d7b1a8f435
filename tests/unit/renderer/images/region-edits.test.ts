import { describe, expect, it } from 'vitest';
import type { Shape } from '../../../../src-shared/domain/recipe.ts';
import {
  addRegion,
  allRegions,
  regionAt,
  removeRegion,
  reshapeRegion,
  reuseRegion,
} from '../../../../src-renderer/screens/images/regions/region-edits.ts';

const square = (x: number): Shape => ({ kind: 'rectangle', x, y: 0, width: 10, height: 10 });
const regions = { inspect: [square(1), square(2)], ignore: [square(3)] };

describe('editing regions', () => {
  it('lists what is ignored last, since it lies above', () => {
    expect(allRegions(regions).map(({ shape }) => shape)).toEqual([square(1), square(2), square(3)]);
  });

  it('selects a new region', () => {
    const { regions: next, selected } = addRegion(regions, 'ignore', square(4));
    expect(regionAt(next, selected)?.shape).toEqual(square(4));
  });

  it('changes one shape only', () => {
    const { regions: next } = reshapeRegion(regions, { use: 'inspect', index: 1 }, () => square(9));
    expect(next).toEqual({ inspect: [square(1), square(9)], ignore: [square(3)] });
  });

  it('leaves alone what is gone by the time it is changed or deleted', () => {
    const gone = { use: 'ignore', index: 1 } as const;
    expect(reshapeRegion(regions, gone, () => square(9)).regions).toBe(regions);
    expect(removeRegion(regions, gone).regions).toBe(regions);
  });

  it('selects the neighbour of a deleted region, and nothing after the last', () => {
    const first = removeRegion(regions, { use: 'inspect', index: 1 });
    expect(regionAt(first.regions, first.selected)?.shape).toEqual(square(1));
    expect(removeRegion(regions, { use: 'ignore', index: 0 }).selected).toBeNull();
  });

  it('turns a region to inspect into one to ignore and keeps it selected', () => {
    const { regions: next, selected } = reuseRegion(regions, { use: 'inspect', index: 0 }, 'ignore');
    expect(next).toEqual({ inspect: [square(2)], ignore: [square(3), square(1)] });
    expect(regionAt(next, selected)?.shape).toEqual(square(1));
  });

  it('never changes the regions it was given', () => {
    const before = structuredClone(regions);
    addRegion(regions, 'inspect', square(5));
    removeRegion(regions, { use: 'inspect', index: 0 });
    reuseRegion(regions, { use: 'ignore', index: 0 }, 'inspect');
    expect(regions).toEqual(before);
  });
});

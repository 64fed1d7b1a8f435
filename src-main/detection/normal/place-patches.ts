import { median } from '../../imaging/normalise/median.ts';
import type { F32, I32, Kernels } from '../../numerics/kernels/kernels.ts';
import { cellCount, fillIn, thinned } from '../look/cells.ts';
import type { CellGrid } from '../look/cells.ts';
import { structureStep } from '../look/structure.ts';
import { asInt16 } from './reference-parts.ts';

/**
 * The patches that good parts show at each place: a dictionary for every place, whose atoms are what good parts are made
 * of there. A line that no good part has there cannot be rebuilt from them, however faint it is.
 */
export interface PlacePatches {
  /** Every second cell is a place, in both directions. */
  readonly places: CellGrid;
  /** Number of parts. */
  readonly count: number;
  /** Components that a patch is told in, a multiple of four. */
  readonly width: number;
  /** [places][groups of four parts][width / 2][4][2] unit vectors in 16 bits; what fills up the last group is zero. */
  readonly atoms: Int16Array;
}

/** What 1 is in the 16 bits of an atom. */
const one = 16_384;
/** Good patches that a patch is rebuilt from at most, as many as atoms of a learnt dictionary. */
const mostAtoms = 4;

/**
 * @param parts [parts][components][places] of good parts
 */
export function collectPlacePatches(
  cells: CellGrid,
  parts: readonly (readonly Float32Array[])[],
): PlacePatches {
  const places = thinned(cells, structureStep);
  const width = 4 * Math.ceil(parts[0]!.length / 4);
  const patches = withRoom({ places, count: 0, width, atoms: new Int16Array() }, parts.length);
  parts.forEach((part, index) => writePart(patches, part, index));
  return patches;
}

/**
 * The same patches with those of another part, once or several times.
 *
 * @param indices where it goes: of the parts that make room, or from `count` on to add to them
 * @param part    [components][places]
 */
export function withPlacePatches(
  patches: PlacePatches,
  indices: readonly number[],
  part: readonly Float32Array[],
): PlacePatches {
  const grown = withRoom(patches, Math.max(patches.count, ...indices.map((index) => index + 1)));
  for (const index of indices) writePart(grown, part, index);
  return grown;
}

/** A copy with room for so many parts. */
function withRoom({ places, count, width, atoms }: PlacePatches, wanted: number): PlacePatches {
  const perPlace = 4 * width * Math.ceil(count / 4);
  const roomPerPlace = 4 * width * Math.ceil(wanted / 4);
  const room = new Int16Array(cellCount(places) * roomPerPlace);
  for (let place = 0; place < cellCount(places); place++) {
    room.set(atoms.subarray(place * perPlace, (place + 1) * perPlace), place * roomPerPlace);
  }
  return { places, count: wanted, width, atoms: room };
}

function writePart(
  { places, count, width, atoms }: PlacePatches,
  part: readonly Float32Array[],
  index: number,
): void {
  const perPlace = 4 * width * Math.ceil(count / 4);
  const first = Math.floor(index / 4) * 4 * width + 2 * (index % 4);
  for (let place = 0; place < cellCount(places); place++) {
    let square = 0;
    for (const component of part) square += component[place]! ** 2;
    const scale = square > 0 ? one / Math.sqrt(square) : 0;
    part.forEach((component, c) => {
      const at = place * perPlace + first + 8 * (c >> 1) + (c & 1);
      atoms[at] = Math.round(component[place]! * scale);
    });
  }
}

/** Place patches in kernel memory, with room for one part to rebuild. */
export interface LoadedPlacePatches {
  readonly patches: PlacePatches;
  readonly atoms: I32;
  readonly queries: F32;
  readonly left: F32;
  readonly scratch: F32;
}

/** They live in kernel memory until the caller releases it. */
export function loadPlacePatches(kernels: Kernels, patches: PlacePatches): LoadedPlacePatches {
  const { places, width } = patches;
  const atoms = kernels.i32(patches.atoms.length / 2);
  asInt16(atoms).set(patches.atoms);
  return {
    patches,
    atoms,
    queries: kernels.f32(cellCount(places) * width),
    left: kernels.f32(cellCount(places)),
    scratch: kernels.f32((2 + mostAtoms) * width),
  };
}

/**
 * How much of the structure at each place cannot be rebuilt from what good parts show there and beside it; centred by the
 * part's median, so that a part that is noisier all over is not suspicious for that.
 *
 * @param described [components][places]
 * @param excluded  index of the good part that this is, which then does not count; -1 for none
 * @returns [cells]
 */
export function rebuildFromPlaces(
  kernels: Kernels,
  cells: CellGrid,
  { patches, atoms, queries, left, scratch }: LoadedPlacePatches,
  described: readonly Float32Array[],
  excluded = -1,
): Float32Array {
  const { places, count, width } = patches;
  const values = queries.view;
  described.forEach((component, c) => {
    for (let place = 0; place < component.length; place++) values[place * width + c] = component[place]!;
  });
  kernels.functions.rebuildAtPlace(
    queries.pointer,
    atoms.pointer,
    places.columns,
    places.rows,
    count,
    width,
    mostAtoms,
    excluded,
    left.pointer,
    scratch.pointer,
  );
  const found = left.view.slice();
  const middle = median(found);
  for (let place = 0; place < found.length; place++) found[place]! -= middle;
  return fillIn(cells, structureStep, found);
}

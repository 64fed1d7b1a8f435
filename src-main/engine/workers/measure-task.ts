import type { LookPlan } from '../../detection/learn/look-plan.ts';
import { thin } from '../../detection/look/cells.ts';
import type { CellGrid } from '../../detection/look/cells.ts';
import { loadScales } from '../../detection/look/load-scales.ts';
import { measure } from '../../detection/look/measure.ts';
import { loadStructure, structureOf, structureStep } from '../../detection/look/structure.ts';
import type { StructureBasis } from '../../detection/look/structure.ts';
import type { ScaleDictionary } from '../../detection/model.ts';
import { unseenCells } from '../../detection/normal/unseen.ts';
import { moveOnto } from '../../detection/working-image.ts';
import { litPart } from './good-part.ts';
import type { GoodPart } from './good-part.ts';
import { task } from './reply.ts';
import { kernels, resident } from './thread.ts';

export interface MeasureRequest {
  /** Names the learning that this is for. */
  key: string;
  part: GoodPart;
  plan: LookPlan;
  scales: ScaleDictionary[];
  basis: StructureBasis;
  /** Whether structure is compared, or may be. */
  hasStructure: boolean;
}

export interface MeasuredPart {
  readonly cells: CellGrid;
  /** [channels][cells] */
  readonly channels: Float32Array[];
  /** [tint channels][cells]; null where colours are not compared. */
  readonly tints: Float32Array[] | null;
  /** [components][places] what every second cell looks like. */
  readonly described: Float32Array[];
  /** [structure components][cells]; null where structure is not compared. */
  readonly structure: Float32Array[] | null;
  /** 1 where a cell of the reference part was not seen on this part; null when all were. */
  readonly unseen: Uint8Array | null;
}

/** Measures a good part. */
export async function measureGoodPart({
  key,
  part,
  plan,
  scales,
  basis,
  hasStructure,
}: MeasureRequest): Promise<MeasuredPart> {
  const image = moveOnto(plan.referenceImage, await litPart(part, plan));
  const loaded = resident.get(key, 'scales', () => ({
    scales: loadScales(kernels, scales),
    basis: loadStructure(kernels, basis),
  }));
  const { cells, channels, tints, described } = measure(kernels, image, loaded.scales, {
    ...plan.recipe,
    colour: plan.colour,
    structure: { basis: loaded.basis, step: hasStructure ? 1 : structureStep },
  });
  const unseen = unseenCells(cells, image);
  if (!hasStructure) return { cells, channels, tints, described, structure: null, unseen };
  const places = described.map((component) => thin(cells, structureStep, component));
  return { cells, channels, tints, described: places, structure: structureOf(described), unseen };
}

/** Measures a good part. What it says is copied, not shared: nobody counts shared memory, so that it is freed late. */
export const measurePart = task(measureGoodPart);

import type { Plane } from '../../../src-shared/domain/image.ts';
import type { Recipe } from '../../../src-shared/domain/recipe.ts';
import { median } from '../../imaging/normalise/median.ts';
import type { F32, Kernels } from '../../numerics/kernels/kernels.ts';
import { finishOverlapAdd, overlapAdd } from '../../numerics/patches/overlap-add.ts';
import { patchCount, patchGrid } from '../../numerics/patches/patch-grid.ts';
import type { PatchGrid } from '../../numerics/patches/patch-grid.ts';
import { reconstruct } from '../../numerics/sparse/batch-omp.ts';
import type { CoderDictionary } from '../../numerics/sparse/dictionary.ts';
import { writeCodeCosts } from './activity.ts';
import type { CodeCosts } from './activity.ts';
import { cellCount, cellGrid, cellSampling, sampleCells } from './cells.ts';
import type { CellGrid } from './cells.ts';
import { channelCount, channelOf, indicators } from './channels.ts';
import { buildPyramid } from './pyramid.ts';
import type { Level } from './pyramid.ts';
import { codePlane } from './scale-coder.ts';
import { measureTints } from './tints.ts';
import type { LitPart } from '../working-image.ts';
import { describeStructure, structureScale } from './structure.ts';
import type { LoadedStructure } from './structure.ts';

/** What is needed to look at one scale. */
export interface ScaleModel {
  readonly dictionary: CoderDictionary;
  readonly costs: CodeCosts;
}

/** Every indicator of a part on its cells, each channel centred by its median over the part. */
export interface Measurements {
  readonly cells: CellGrid;
  /** [channels][rows x columns]. */
  readonly channels: Float32Array[];
  /** [tint channels][cells] see `measureTints`; null unless asked for. */
  readonly tints: Float32Array[] | null;
  /** [components][cells, thinned] what each place looks like. */
  readonly described: Float32Array[];
  /** What the finest dictionary rebuilds, at the working size, in normalised intensity. */
  readonly rebuilt: Plane | null;
}

/** Root mean square below which a residual is sensor noise: keeps the logarithm of a perfect fit finite. */
const residualFloor = 1 / 1024;

export interface MeasureOptions {
  readonly patch: Recipe['patch'];
  readonly coder: Recipe['coder'];
  /** Also measure tints. */
  readonly colour: boolean;
  /** What the patch about every so many cells is told in. */
  readonly structure: { readonly basis: LoadedStructure; readonly step: number };
  /** Also put the finest reconstruction together. @default false */
  readonly rebuild?: boolean;
}

/** Patches of a scale lie `stride` apart at the finest one and at least two pixels apart at the others. */
export function strideAt(scale: number, stride: number): number {
  return scale === 0 ? stride : Math.max(2, stride >> scale);
}

/**
 * Measures a part.
 *
 * @param part under normal light, at least one patch large at the coarsest scale
 * @param scales finest first
 */
export function measure(
  kernels: Kernels,
  { plane, tints }: LitPart,
  scales: readonly ScaleModel[],
  options: MeasureOptions,
): Measurements {
  const cells = cellGrid(plane, options.patch.stride);
  const channels = Array.from(
    { length: channelCount(scales.length) },
    () => new Float32Array(cellCount(cells)),
  );
  let rebuilt: Plane | null = null;
  let described: Float32Array[] = [];
  kernels.scoped(() => {
    buildPyramid(kernels, plane, scales.length).forEach((level, scale) => {
      const values = measureLevel(kernels, level, scales[scale]!, scale, options);
      const sampling = cellSampling(cells, values.grid, level.reduction);
      for (const indicator of indicators) {
        sampleCells(sampling, values[indicator], channels[channelOf(scale, indicator, scales.length)]!);
      }
      rebuilt ??= values.rebuilt;
      if (scale !== structureScale(scales.length)) return;
      const { basis, step } = options.structure;
      described = describeStructure(kernels, basis, level, cells, step);
    });
  });
  for (const channel of channels) centre(channel);
  return {
    cells,
    channels,
    tints: options.colour ? measureTints(kernels, tints, cells, scales.length, options.patch.size) : null,
    described,
    rebuilt,
  };
}

interface LevelValues {
  readonly grid: PatchGrid;
  /** [patches] each. */
  readonly brightness: Float32Array;
  readonly residual: Float32Array;
  readonly codeCost: Float32Array;
  readonly rebuilt: Plane | null;
}

function measureLevel(
  kernels: Kernels,
  { plane, size }: Level,
  { dictionary, costs }: ScaleModel,
  scale: number,
  { patch, coder, rebuild = false }: MeasureOptions,
): LevelValues {
  const stride = strideAt(scale, patch.stride);
  const pixels = patch.size * patch.size;
  const count = patchCount(patchGrid(size, { size: patch.size, stride }));
  const values = {
    brightness: new Float32Array(count),
    residual: new Float32Array(count),
    codeCost: new Float32Array(count),
  };
  const rebuilder = rebuild && scale === 0 ? createRebuilder(kernels, plane.length) : null;
  const grid = codePlane(
    kernels,
    dictionary,
    plane,
    size,
    {
      patchSize: patch.size,
      stride,
      nonzeros: coder.nonzeros,
      errorTarget: pixels * coder.errorTarget ** 2,
    },
    (block) => {
      const { firstIndex, count: n, means, codes } = block;
      values.brightness.set(means.view.subarray(0, n), firstIndex);
      writeResiduals(codes.residualEnergy.view.subarray(0, n), pixels, values.residual.subarray(firstIndex));
      writeCodeCosts(costs, codes, n, values.codeCost, firstIndex);
      if (rebuilder !== null) {
        reconstruct(kernels, dictionary, codes, n, block.patches);
        overlapAdd(kernels, block.patches, means, size, block, rebuilder);
      }
    },
  );
  if (rebuilder === null) return { grid, ...values, rebuilt: null };
  finishOverlapAdd(kernels, size, rebuilder);
  return { grid, ...values, rebuilt: { ...size, data: rebuilder.accumulator.view.slice() } };
}

/** Logarithms of what the codes leave, as a root mean square. */
function writeResiduals(energies: Float32Array, pixels: number, out: Float32Array): void {
  for (let i = 0; i < energies.length; i++)
    out[i] = Math.log(Math.sqrt(energies[i]! / pixels) + residualFloor);
}

function createRebuilder(kernels: Kernels, pixels: number): { accumulator: F32; weights: F32 } {
  return { accumulator: kernels.f32(pixels), weights: kernels.f32(pixels) };
}

function centre(channel: Float32Array): void {
  const middle = median(channel);
  for (let i = 0; i < channel.length; i++) channel[i]! -= middle;
}

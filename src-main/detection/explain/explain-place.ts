import jstat from 'jstat';
import type { Plane, Size } from '../../../src-shared/domain/image.ts';
import type { Kernels } from '../../numerics/kernels/kernels.ts';
import { describeChannel } from '../look/channels.ts';
import type { ScaleModel } from '../look/measure.ts';
import { buildPyramid } from '../look/pyramid.ts';
import type { Level } from '../look/pyramid.ts';
import { structureScale } from '../look/structure.ts';
import { describeTint } from '../look/tints.ts';
import type { DetectionModel } from '../model.ts';
import { nearestCell } from '../normal/reference-parts.ts';
import type { NearestCell } from '../normal/reference-parts.ts';
import type { WorkingImage } from '../working-image.ts';
import { cellAt } from './cell-at.ts';
import { contributions } from './contributions.ts';
import { codePatchAt } from './patch-code.ts';
import type { Seen } from './statistics.ts';

/** A place on a part, in pixels of its file. */
export interface Place {
  readonly x: number;
  readonly y: number;
}

export interface Box extends Place {
  readonly width: number;
  readonly height: number;
}

/** The patch of a scale at a place, in the part's own light. */
export interface ExplainedScale {
  readonly scale: number;
  /** Pixels per side, of the scale. */
  readonly size: number;
  readonly found: Plane;
  readonly rebuilt: Plane;
  /** Root mean square of what is not rebuilt. */
  readonly residual: number;
  readonly atoms: { atom: number; weight: number; usage: number; pixels: Plane }[];
}

export interface PlaceExplanation {
  /** The patch of the coarsest scale, in pixels of the file. */
  readonly box: Box;
  /** -log10 of the false-alarm rate. */
  readonly evidence: number;
  /** Strongest first, in units of how much good parts vary; the scale is null where all scales are meant. */
  readonly indicators: { indicator: string; scale: number | null; contribution: number }[];
  readonly scales: ExplainedScale[];
  /** Where which reference part is most alike. */
  readonly nearest: NearestCell;
}

export interface PlaceContext extends Seen {
  readonly kernels: Kernels;
  readonly model: DetectionModel;
  readonly scales: readonly ScaleModel[];
  readonly working: WorkingImage;
}

/** Why a part looks at one place as it does, to the model. */
export function explainPlace(context: PlaceContext, place: Place, imageSize: Size): PlaceExplanation {
  const { kernels, model, working, heat, unlikeness } = context;
  const { references, workingSize, scales } = model;
  const toWorking = {
    x: Math.min(workingSize.width - 1, (place.x * workingSize.width) / imageSize.width),
    y: Math.min(workingSize.height - 1, (place.y * workingSize.height) / imageSize.height),
  };
  const cell = cellAt(model, working, toWorking);
  return {
    box: contextBox(model, place, imageSize),
    evidence: heat[cell] ?? 0,
    indicators: indicatorsAt(context, cell),
    scales: kernels.scoped(() => {
      const pyramid = buildPyramid(kernels, working.plane, scales.length);
      return pyramid.map((level, scale) => explainScale(context, level, scale, cell));
    }),
    nearest: nearestCell(references, unlikeness, cell),
  };
}

/** Working pixels per side of the patch of the coarsest scale. */
export function contextSide({ recipe, scales, workingSize }: DetectionModel): number {
  const side = recipe.patch.size * 2 ** (scales.length - 1);
  return Math.min(side, workingSize.width, workingSize.height);
}

/** The patch of the coarsest scale about a place, kept within the image. */
export function contextBox(model: DetectionModel, { x, y }: Place, image: Size): Box {
  const side = contextSide(model);
  const width = (side * image.width) / model.workingSize.width;
  const height = (side * image.height) / model.workingSize.height;
  return {
    x: Math.min(image.width - width, Math.max(0, x - width / 2)),
    y: Math.min(image.height - height, Math.max(0, y - height / 2)),
    width,
    height,
  };
}

function indicatorsAt(
  { model, measured, unlikeness, tintUnlikeness, found }: PlaceContext,
  cell: number,
): PlaceExplanation['indicators'] {
  const scales = model.scales.length;
  const all: PlaceExplanation['indicators'] = contributions(
    model.references,
    measured.channels,
    unlikeness,
    cell,
  ).map((contribution, channel) => ({ ...describeChannel(channel, scales), contribution }));
  if (model.tints !== null && measured.tints !== null && tintUnlikeness !== null) {
    contributions(model.tints, measured.tints, tintUnlikeness, cell).forEach((contribution, channel) =>
      all.push({ ...describeTint(channel, scales), contribution }),
    );
  }
  const structure = found.structure?.[cell];
  if (structure !== undefined) {
    const scale = structureScale(scales);
    all.push({ indicator: 'structure', scale, contribution: inDeviations(structure) });
  }
  const rebuilding = found.rebuilding[cell] ?? 0;
  all.push({
    indicator: 'rebuilding',
    scale: structureScale(scales),
    contribution: inDeviations(rebuilding),
  });
  const material = found.material[cell] ?? 0;
  if (material > 0) all.push({ indicator: 'material', scale: null, contribution: inDeviations(material) });
  return all.sort((a, b) => Math.abs(b.contribution) - Math.abs(a.contribution));
}

/** Evidence as standard deviations of a normal distribution that are as rare, so that it compares with the indicators. */
const inDeviations = (evidence: number): number =>
  Math.max(0, -jstat.jStat.normal.inv(10 ** -Math.min(evidence, 300), 0, 1));

function explainScale(
  { kernels, model, scales, working }: PlaceContext,
  level: Level,
  scale: number,
  cell: number,
): ExplainedScale {
  const { recipe, references } = model;
  const { size } = recipe.patch;
  const dictionary = model.scales[scale];
  const loaded = scales[scale];
  if (dictionary === undefined || loaded === undefined) throw new RangeError(`There is no scale ${scale}.`);
  const code = codePatchAt(kernels, loaded, level, references.cells, cell, size, recipe.coder.nonzeros);
  const found = inLight(code.found, working.gain);
  const rebuilt = inLight(code.rebuilt, working.gain);
  const squares = found.data.reduce((sum, value, i) => sum + (value - (rebuilt.data[i] ?? 0)) ** 2, 0);
  return {
    scale,
    size,
    found,
    rebuilt,
    residual: Math.sqrt(squares / found.data.length),
    atoms: code.atoms.map(({ atom, weight }) => ({
      atom,
      weight: weight / working.gain,
      usage: dictionary.usage[atom] ?? 0,
      pixels: {
        width: size,
        height: size,
        data: dictionary.atoms.slice(atom * size * size, (atom + 1) * size * size),
      },
    })),
  };
}

const inLight = ({ width, height, data }: Plane, gain: number): Plane => ({
  width,
  height,
  data: data.map((value) => value / gain),
});

import type { Decision } from '../../../src-shared/domain/decision.ts';
import type { Plane, Size } from '../../../src-shared/domain/image.ts';
import type { DefectRegion } from '../../../src-shared/domain/region.ts';
import { connectedRegions } from '../../imaging/regions/connected-regions.ts';
import type { ConnectedRegion } from '../../imaging/regions/connected-regions.ts';
import type { Kernels } from '../../numerics/kernels/kernels.ts';
import { predictiveValue } from '../../numerics/statistics/predictive-tail.ts';
import { describeChannel } from '../look/channels.ts';
import type { ScaleModel } from '../look/measure.ts';
import { buildPyramid } from '../look/pyramid.ts';
import type { Level } from '../look/pyramid.ts';
import type { DetectionModel } from '../model.ts';
import type { CellEvidence } from '../normal/cell-evidence.ts';
import { tintsSayMore } from '../normal/combine.ts';
import type { WorkingImage } from '../working-image.ts';
import { atomsAt } from './atoms.ts';
import { cellAt } from './cell-at.ts';
import { contributions } from './contributions.ts';
import type { Seen } from './statistics.ts';

export interface RegionContext extends Seen {
  readonly kernels: Kernels;
  readonly model: DetectionModel;
  readonly scales: readonly ScaleModel[];
  readonly working: WorkingImage;
  readonly found: CellEvidence;
  /** Heat map at working size, as the part lies. */
  readonly evidence: Plane;
  /** Part and expected part at working size, in the part's own light. */
  readonly part: Plane;
  readonly expected: Plane;
  readonly decision: Decision;
  /** Size of the part's file, in which regions are told. */
  readonly imageSize: Size;
}

/** Regions that are told of; a part with more is bad all over. */
const most = 20;
/** A suspicious part with no outstanding region still shows where its evidence is strongest. */
const shareOfPeak = 0.7;

/** Where and why a part is suspicious, strongest region first. */
export function describeRegions(context: RegionContext): DefectRegion[] {
  const { model, evidence, decision } = context;
  const outstanding = predictiveValue(model.calibration.peak, -Math.log10(model.recipe.decision.reviewRate));
  const peak = largestOf(evidence.data);
  const threshold = decision === 'pass' ? outstanding : Math.min(outstanding, shareOfPeak * peak);
  if (peak < threshold || peak <= 0) return [];
  const minArea = Math.ceil(model.references.cells.edge ** 2 / 2);
  const found = connectedRegions(evidence, threshold, { limit: most, minArea });
  return context.kernels.scoped(() => {
    const pyramid = buildPyramid(context.kernels, context.working.plane, context.scales.length);
    return found.map((region, i) => describeRegion(context, pyramid, region, i + 1));
  });
}

/** 0 where nothing is above it. */
function largestOf(values: Float32Array): number {
  let largest = 0;
  for (let i = 0; i < values.length; i++) largest = Math.max(largest, values[i]!);
  return largest;
}

function describeRegion(
  context: RegionContext,
  pyramid: readonly Level[],
  region: ConnectedRegion,
  rank: number,
): DefectRegion {
  const { model, imageSize, part, expected, measured, unlikeness } = context;
  const { references, workingSize } = model;
  const cell = cellAt(model, context.working, region.peak);
  const parts = contributions(references, measured.channels, unlikeness, cell);
  const channel = parts.reduce((best, value, c) => (Math.abs(value) > Math.abs(parts[best]!) ? c : best), 0);
  const { scale, indicator } = describeChannel(channel, model.scales.length);
  const scaleX = imageSize.width / workingSize.width;
  const scaleY = imageSize.height / workingSize.height;
  const left = Math.floor(region.box.x * scaleX);
  const top = Math.floor(region.box.y * scaleY);
  return {
    rank,
    box: {
      x: left,
      y: top,
      width: Math.min(imageSize.width, Math.ceil((region.box.x + region.box.width) * scaleX)) - left,
      height: Math.min(imageSize.height, Math.ceil((region.box.y + region.box.height) * scaleY)) - top,
    },
    area: Math.max(1, Math.round(region.area * scaleX * scaleY)),
    peak: {
      x: Math.min(imageSize.width - 1, Math.floor((region.peak.x + 0.5) * scaleX)),
      y: Math.min(imageSize.height - 1, Math.floor((region.peak.y + 0.5) * scaleY)),
      value: region.peak.value,
    },
    mean: region.mean,
    indicator: mostOf(context, cell) ?? indicator,
    atoms: atomsAt(context, pyramid[scale]!, cell, scale),
    intensity: { found: meanOver(region, part), expected: meanOver(region, expected) },
  };
}

/** What most of a cell's evidence is from, when that is not a single indicator. */
function mostOf(
  { model, smoothed, found: { total, structure, material, rebuilding } }: RegionContext,
  cell: number,
): 'colour' | 'structure' | 'rebuilding' | 'material' | null {
  if (tintsSayMore(model.calibration, smoothed, cell)) return 'colour';
  const half = total[cell]! / 2;
  if (structure !== null && structure[cell]! > half) return 'structure';
  if (rebuilding[cell]! > half) return 'rebuilding';
  return material[cell]! > half ? 'material' : null;
}

function meanOver(region: ConnectedRegion, plane: Plane): number {
  let sum = 0;
  for (const { y, start, end } of region.runs) {
    for (let i = y * plane.width + start; i < y * plane.width + end; i++) sum += plane.data[i]!;
  }
  return sum / region.area;
}

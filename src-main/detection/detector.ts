import { decide } from '../../src-shared/domain/decide.ts';
import type { Decision } from '../../src-shared/domain/decision.ts';
import type { Plane } from '../../src-shared/domain/image.ts';
import type { DefectRegion } from '../../src-shared/domain/region.ts';
import { layBack } from '../imaging/align/lay-back.ts';
import { rescale } from '../imaging/align/rigid-transform.ts';
import type { TintedPlane } from '../imaging/decode/tints.ts';
import { enlargePlane } from '../imaging/normalise/enlarge.ts';
import { psnr } from '../imaging/quality/psnr.ts';
import { ssim } from '../imaging/quality/ssim.ts';
import type { Kernels } from '../numerics/kernels/kernels.ts';
import { expectedPart } from './explain/expected-part.ts';
import { explainPlace } from './explain/explain-place.ts';
import type { Place, PlaceExplanation } from './explain/explain-place.ts';
import { describeRegions } from './explain/regions.ts';
import { partStatistics } from './explain/statistics.ts';
import type { Seen } from './explain/statistics.ts';
import { thin } from './look/cells.ts';
import { loadScales } from './look/load-scales.ts';
import { measure } from './look/measure.ts';
import type { ScaleModel } from './look/measure.ts';
import { loadStructure, structureOf, structureStep } from './look/structure.ts';
import type { LoadedStructure } from './look/structure.ts';
import type { DetectionModel } from './model.ts';
import { cellEvidence, smoothEvidenceOf } from './normal/cell-evidence.ts';
import { evidenceOfPart, heatMap, partScore } from './normal/combine.ts';
import type { Evidence } from './normal/combine.ts';
import { compareMaterial, leastUsual } from './normal/material.ts';
import { loadPlacePatches, rebuildFromPlaces } from './normal/place-patches.ts';
import type { LoadedPlacePatches } from './normal/place-patches.ts';
import { compareWithReferences, loadReferences } from './normal/reference-parts.ts';
import type { LoadedReferences } from './normal/reference-parts.ts';
import { compareStructure, loadStructureModel, loadStructureReferences } from './normal/structure-model.ts';
import type { LoadedStructureModel } from './normal/structure-model.ts';
import { unseenCells } from './normal/unseen.ts';
import { prepareWorkingImage } from './working-image.ts';
import type { WorkingImage } from './working-image.ts';

/** What a model says of a part. */
export interface Inspection {
  readonly decision: Decision;
  /** -log10 of the false-alarm rate of the whole part. */
  readonly score: number;
  /** Heat map on the model's cells, as the part lies: -log10 of the false-alarm rate. */
  readonly evidence: Plane;
  /** What a good part would have looked like, at working size, in the part's own light, in [0, 1]. */
  readonly expected: Plane;
  /** The part at working size, in its own light. */
  readonly part: Plane;
  /** Decibels and structural similarity of the part against what was expected. */
  readonly psnr: number;
  readonly ssim: number;
  /** Strongest first, in pixels of the part's file. */
  readonly regions: DefectRegion[];
  /** What a classifier may look at, by name. */
  readonly statistics: Record<string, number>;
}

/** A good part as a model can be taught it. */
export interface GoodMeasurements {
  /** [channels][cells] */
  readonly channels: Float32Array[];
  /** [components][places] what its patches look like. */
  readonly described: Float32Array[];
  /** [structure components][cells]; null where structure is not compared. */
  readonly structure: Float32Array[] | null;
  /** What is least usual about its material; see `leastUsual`. */
  readonly unusual: Float64Array;
  /** [tint channels][cells]; null where colours are not compared. */
  readonly tints: Float32Array[] | null;
  /** Evidence of the whole part, and the strongest value of its heat map. */
  readonly evidence: Evidence<number>;
  readonly peak: number;
}

/** A model made ready on one thread. It keeps kernel memory for as long as the kernels live. */
export class Detector {
  readonly #kernels: Kernels;
  readonly #model: DetectionModel;
  readonly #scales: ScaleModel[];
  readonly #references: LoadedReferences;
  readonly #tints: LoadedReferences | null;
  readonly #basis: LoadedStructure;
  readonly #patches: LoadedPlacePatches;
  readonly #structure: LoadedStructureModel | null;

  constructor(kernels: Kernels, model: DetectionModel) {
    this.#kernels = kernels;
    this.#model = model;
    this.#scales = loadScales(kernels, model.scales);
    this.#references = loadReferences(kernels, model.references);
    this.#tints = model.tints === null ? null : loadReferences(kernels, model.tints);
    this.#basis = loadStructure(kernels, model.basis);
    this.#patches = loadPlacePatches(kernels, model.patches);
    this.#structure =
      model.structure === null
        ? null
        : loadStructureModel(
            kernels,
            model.structure,
            loadStructureReferences(kernels, model.structure.references),
          );
  }

  /** Inspects a part of any size not smaller than the model's patches; the result depends on the part alone. */
  inspect(grey: TintedPlane): Inspection {
    const kernels = this.#kernels;
    const model = this.#model;
    const { calibration, references } = model;
    const look = this.#look(grey, { rebuild: true });
    const { working, measured, unlikeness, partsEvidence, heat } = look;
    const score = partScore(calibration, partsEvidence);
    const cellSize = { width: references.cells.columns, height: references.cells.rows };
    const aligned = model.referenceImage !== null;
    const asItLies = (plane: Plane, beyond: number | Plane) =>
      aligned ? layBack(plane, rescale(working.transform, model.workingSize, plane), beyond) : plane;
    // Where the reference part does not reach nothing was looked at: nothing is found, and the part itself is expected.
    const evidence = asItLies({ ...cellSize, data: heat }, 0);

    const part = inOwnLight(working.unmoved, working.gain);
    const expectedMoved = expectedPart(model, measured, unlikeness, heat);
    const expected = inOwnLight(asItLies(expectedMoved, working.unmoved), working.gain);
    const quality = { psnr: psnr(part, expected), ssim: ssim(kernels, part, expected).mean };

    const decision = decide(score, model.limits);
    const regions = describeRegions({
      kernels,
      model,
      scales: this.#scales,
      ...look,
      evidence: enlargePlane(evidence, model.workingSize),
      part,
      expected,
      decision,
      imageSize: grey,
    });
    const statistics = {
      ...partStatistics(kernels, model, look),
      ...quality,
    };
    return { decision, score, evidence, expected, part, ...quality, regions, statistics };
  }

  /** Why a part looks at one place as it does; see `explainPlace`. */
  explain(grey: TintedPlane, place: Place): PlaceExplanation {
    const look = this.#look(grey, {});
    return explainPlace(
      { kernels: this.#kernels, model: this.#model, scales: this.#scales, ...look },
      place,
      grey,
    );
  }

  /** What a good part is to be remembered by, and how it looked to a model that did not know it. */
  measureGood(grey: TintedPlane): GoodMeasurements {
    const hasStructure = this.#structure !== null;
    const { measured, described, partsEvidence, heat } = this.#look(grey, { describesAll: hasStructure });
    const peak = heat.reduce((a, b) => Math.max(a, b), 0);
    const { channels, tints } = measured;
    const structure = hasStructure ? structureOf(measured.described) : null;
    const unusual = leastUsual(this.#kernels, measured.cells, this.#model.material, channels);
    return { channels, described, structure, tints, unusual, evidence: partsEvidence, peak };
  }

  #look(grey: TintedPlane, { rebuild = false, describesAll = false }: LookOptions): Look {
    const kernels = this.#kernels;
    const { recipe, calibration, references, material, inspected, workingSize, referenceImage } = this.#model;
    const working = prepareWorkingImage(grey, workingSize, recipe, referenceImage);
    const { cells } = references;
    const step = describesAll ? 1 : structureStep;
    const options = {
      ...recipe,
      rebuild,
      colour: this.#tints !== null,
      structure: { basis: this.#basis, step },
    };
    const measured = measure(kernels, working, this.#scales, options);
    const described = describesAll
      ? measured.described.map((component) => thin(cells, structureStep, component))
      : measured.described;
    const unlikeness = compareWithReferences(kernels, this.#references, measured.channels);
    const structure =
      this.#structure === null ? null : compareStructure(kernels, this.#structure, structureOf(described));
    const tintUnlikeness =
      this.#tints === null || measured.tints === null
        ? null
        : compareWithReferences(kernels, this.#tints, measured.tints);
    const distances = {
      indicators: unlikeness.distances,
      structure,
      material: compareMaterial(kernels, cells, material, measured.channels),
      rebuilding: rebuildFromPlaces(kernels, cells, this.#patches, described),
      tints: tintUnlikeness?.distances ?? null,
      unseen: unseenCells(cells, working),
    };
    const found = cellEvidence(distances, calibration);
    const smoothed = smoothEvidenceOf(kernels, cells, found, inspected);
    const partsEvidence = evidenceOfPart(smoothed, inspected);
    const heat = heatMap(calibration, smoothed, inspected);
    return { working, measured, described, unlikeness, tintUnlikeness, found, smoothed, partsEvidence, heat };
  }
}

interface LookOptions {
  /** Also put the finest reconstruction together. @default false */
  readonly rebuild?: boolean;
  /** Describe the patch about every cell, not only about those that are compared. @default false */
  readonly describesAll?: boolean;
}

/** What there is to say of every cell of a part, in the place of the reference part. */
interface Look extends Seen {
  readonly working: WorkingImage;
  /** [components][places] */
  readonly described: Float32Array[];
}

function inOwnLight({ width, height, data }: Plane, gain: number): Plane {
  return { width, height, data: scaledWithinUnit(data, 1 / gain) };
}

function scaledWithinUnit(values: Float32Array, factor: number): Float32Array {
  const out = new Float32Array(values.length);
  for (let i = 0; i < out.length; i++) {
    const value = values[i]! * factor;
    out[i] = value < 0 ? 0 : value > 1 ? 1 : value;
  }
  return out;
}

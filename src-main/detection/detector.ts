import { decide } from '../../src-shared/domain/decision.ts';
import type { Decision } from '../../src-shared/domain/decision.ts';
import type { Plane } from '../../src-shared/domain/image.ts';
import type { DefectRegion } from '../../src-shared/domain/region.ts';
import { invert, rescale } from '../imaging/align/rigid-transform.ts';
import { warpPlane } from '../imaging/align/warp.ts';
import { enlargePlane } from '../imaging/normalise/enlarge.ts';
import { psnr } from '../imaging/quality/psnr.ts';
import { ssim } from '../imaging/quality/ssim.ts';
import type { Kernels } from '../numerics/kernels/kernels.ts';
import { predictiveExponent } from '../numerics/statistics/predictive-tail.ts';
import { expectedPart } from './explain/expected-part.ts';
import { describeRegions } from './explain/regions.ts';
import { partStatistics } from './explain/statistics.ts';
import { loadScales } from './look/load-scales.ts';
import { measure } from './look/measure.ts';
import type { ScaleModel } from './look/measure.ts';
import type { DetectionModel } from './model.ts';
import { cellEvidence, heatMap, partEvidence, smoothEvidence } from './normal/calibration.ts';
import { compareWithReferences, loadReferences } from './normal/reference-parts.ts';
import type { LoadedReferences } from './normal/reference-parts.ts';
import {
  compareStructure,
  loadStructureModel,
  loadStructureReferences,
  structureStep,
} from './normal/structure-model.ts';
import type { LoadedStructureModel } from './normal/structure-model.ts';
import { clearUnseen, unseenCells } from './normal/unseen.ts';
import { prepareWorkingImage } from './working-image.ts';

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

/** A model made ready on one thread. It keeps kernel memory for as long as the kernels live. */
export class Detector {
  readonly #kernels: Kernels;
  readonly #model: DetectionModel;
  readonly #scales: ScaleModel[];
  readonly #references: LoadedReferences;
  readonly #structure: LoadedStructureModel | null;

  constructor(kernels: Kernels, model: DetectionModel) {
    this.#kernels = kernels;
    this.#model = model;
    this.#scales = loadScales(kernels, model.scales);
    this.#references = loadReferences(kernels, model.references);
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
  inspect(grey: Plane): Inspection {
    const kernels = this.#kernels;
    const model = this.#model;
    const { recipe, calibration, references } = model;
    const { cells } = references;

    const working = prepareWorkingImage(grey, model.workingSize, recipe, model.referenceImage);
    const options = {
      ...recipe,
      rebuild: true,
      structure:
        this.#structure === null ? undefined : { basis: this.#structure.structure, step: structureStep },
    };
    const measured = measure(kernels, working.plane, this.#scales, options);
    const unlikeness = compareWithReferences(kernels, this.#references, measured.channels);
    const structure =
      this.#structure === null || measured.described === null
        ? null
        : compareStructure(kernels, this.#structure, measured.described);
    const distances = { indicators: unlikeness.distances, structure };
    const unseen = unseenCells(cells, working);
    if (unseen !== null) clearUnseen(distances, unseen);
    const found = cellEvidence(distances, calibration);
    const smoothed = smoothEvidence(kernels, cells, found, model.inspected);
    const partsEvidence = partEvidence(smoothed, model.inspected);
    const score = predictiveExponent(calibration.part, partsEvidence);
    const heat = heatMap(smoothed, calibration.smoothed, model.inspected);
    const cellSize = { width: cells.columns, height: cells.rows };
    const back = invert(working.transform);
    const aligned = model.referenceImage !== null;
    const asItLies = (plane: Plane) =>
      aligned ? warpPlane(plane, rescale(back, model.workingSize, plane)).plane : plane;
    const evidence = asItLies({ ...cellSize, data: heat });

    const part = inOwnLight(working.unmoved, working.gain);
    const expectedMoved = expectedPart(model, measured, unlikeness, heat);
    const expected = inOwnLight(asItLies(expectedMoved), working.gain);
    const quality = { psnr: psnr(part, expected), ssim: ssim(kernels, part, expected).mean };

    const decision = decide(score, model.limits);
    const regions = describeRegions({
      kernels,
      model,
      scales: this.#scales,
      working,
      measured,
      unlikeness,
      found,
      evidence: enlargePlane(evidence, model.workingSize),
      part,
      expected,
      decision,
      imageSize: grey,
    });
    const statistics = {
      ...partStatistics(model, measured, unlikeness, smoothed, partsEvidence, heat),
      ...quality,
    };
    return { decision, score, evidence, expected, part, ...quality, regions, statistics };
  }
}

function inOwnLight({ width, height, data }: Plane, gain: number): Plane {
  const out = new Float32Array(data.length);
  const perGain = 1 / gain;
  for (let i = 0; i < out.length; i++) {
    const value = data[i]! * perGain;
    out[i] = value < 0 ? 0 : value > 1 ? 1 : value;
  }
  return { width, height, data: out };
}

/**
 * What each comparison adds to detection: every combination of them on the same parts, learnt from good parts alone.
 * Prints a table.
 *
 *   npm run bench:detection -- FOLDER...
 *
 * Each FOLDER is laid out as `sparsight evaluate` takes it. See docs/detection.md.
 */
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import { loadScales } from '../../src-main/detection/look/load-scales.ts';
import { measure } from '../../src-main/detection/look/measure.ts';
import { loadStructure, structureOf, structureStep } from '../../src-main/detection/look/structure.ts';
import { auroc } from '../../src-main/detection/metrics/ranking.ts';
import type { DetectionModel } from '../../src-main/detection/model.ts';
import { evidenceSpread, relativeToOthers } from '../../src-main/detection/normal/calibration.ts';
import type { CellDistances } from '../../src-main/detection/normal/cell-distances.ts';
import { evidenceOfCells, smoothEvidenceOf } from '../../src-main/detection/normal/cell-evidence.ts';
import { evidenceOfPart, partScore } from '../../src-main/detection/normal/combine.ts';
import type { Evidence } from '../../src-main/detection/normal/combine.ts';
import { compareMaterial } from '../../src-main/detection/normal/material.ts';
import { loadPlacePatches, rebuildFromPlaces } from '../../src-main/detection/normal/place-patches.ts';
import { compareWithReferences, loadReferences } from '../../src-main/detection/normal/reference-parts.ts';
import {
  compareStructure,
  loadStructureModel,
  loadStructureReferences,
} from '../../src-main/detection/normal/structure-model.ts';
import { unseenCells } from '../../src-main/detection/normal/unseen.ts';
import { relativeToUsual } from '../../src-main/detection/normal/usual-distances.ts';
import { prepareWorkingImage } from '../../src-main/detection/working-image.ts';
import { readDataset } from '../../src-main/engine/files/read-dataset.ts';
import { loadModel } from '../../src-main/engine/store/model-store.ts';
import { threadKernels } from '../../src-main/engine/workers/kernels.ts';
import { decodeGreyFile } from '../../src-main/imaging/decode/decode-picture.ts';
import { readImageFile } from '../../src-main/imaging/decode/read-image-file.ts';
import { fitPredictiveTail } from '../../src-main/numerics/statistics/predictive-tail.ts';
import { openProject } from '../../src-main/storage/open-project.ts';
import { sparsight } from './run.ts';

const comparisons = ['indicators', 'structure', 'material', 'rebuilding', 'tints'] as const;
type Comparison = (typeof comparisons)[number];
/** -log10 of the false-reject rate that is stated: two in a hundred. */
const limit = -Math.log10(0.02);

const kernels = threadKernels();

/** Distances of a part from good ones; a reference part is compared with the others only. */
type Comparer = (path: string) => Promise<CellDistances>;

function comparer(model: DetectionModel): Comparer {
  const { references, material, sources, recipe, tints } = model;
  const scales = loadScales(kernels, model.scales);
  const loaded = loadReferences(kernels, references);
  const basis = loadStructure(kernels, model.basis);
  const patches = loadPlacePatches(kernels, model.patches);
  const loadedTints = tints === null ? null : loadReferences(kernels, tints);
  const shapes =
    model.structure === null
      ? null
      : loadStructureModel(
          kernels,
          model.structure,
          loadStructureReferences(kernels, model.structure.references),
        );
  return async (path) => {
    const excluded = sources.indexOf(createHash('sha256').update(readFileSync(path)).digest('hex'));
    const grey = await decodeGreyFile(await readImageFile(path), { tinted: tints !== null });
    const part = prepareWorkingImage(grey, model.workingSize, recipe, model.referenceImage);
    const measured = measure(kernels, part, scales, {
      ...recipe,
      colour: tints !== null,
      structure: { basis, step: structureStep },
    });
    const { channels, described } = measured;
    return {
      indicators: compareWithReferences(kernels, loaded, channels, excluded).distances,
      structure: shapes === null ? null : compareStructure(kernels, shapes, structureOf(described), excluded),
      material: compareMaterial(kernels, references.cells, material, channels),
      rebuilding: rebuildFromPlaces(kernels, references.cells, patches, described, excluded),
      tints:
        loadedTints === null || measured.tints === null
          ? null
          : compareWithReferences(kernels, loadedTints, measured.tints, excluded).distances,
      unseen: unseenCells(references.cells, part),
    };
  };
}

/**
 * Evidence of a whole part from some of the comparisons: what is left out is as usual as can be.
 *
 * @param relative distances relative to what is usual at each place
 */
function evidenceFrom(
  { references, calibration, inspected }: DetectionModel,
  relative: CellDistances,
  used: readonly Comparison[],
): Evidence<number> {
  const none = new Float32Array(relative.indicators.length).fill(-Infinity);
  const kept = {
    indicators: used.includes('indicators') ? relative.indicators : none,
    structure: used.includes('structure') ? relative.structure : null,
    material: used.includes('material') ? relative.material : none,
    rebuilding: used.includes('rebuilding') ? relative.rebuilding : none,
    tints: used.includes('tints') ? relative.tints : null,
    unseen: relative.unseen,
  };
  const found = evidenceOfCells(kept, calibration);
  return evidenceOfPart(smoothEvidenceOf(kernels, references.cells, found, inspected), inspected);
}

async function rowsFor(folder: string, scratch: string): Promise<string[][]> {
  const project = join(scratch, `${basename(folder)}.sparsight`);
  await sparsight('evaluate', '--dataset', folder, '--project', project);
  const opened = openProject(project, { mode: 'read' });
  const { model } = loadModel(opened);
  opened.close();
  const dataset = await readDataset(folder);
  const compare = comparer(model);
  const good: CellDistances[] = [];
  for (const path of dataset.train) good.push(await compare(path));
  const { relative } = relativeToOthers(kernels, model.references.cells, good, model.inspected);
  const test: { defective: boolean; relative: CellDistances }[] = [];
  for (const { path, label } of dataset.test) {
    const distances = await compare(path);
    const { usual } = model.calibration;
    test.push({ defective: label !== 'good', relative: relativeToUsual(distances, usual) });
  }

  const available = comparisons.filter(
    (name) => (name !== 'structure' && name !== 'tints') || model[name] !== null,
  );
  return combinations(available).map((used) => {
    const known = relative.map((part) => evidenceFrom(model, part, used));
    const part = fitPredictiveTail(
      known.map(({ brightness }) => brightness),
      evidenceSpread,
    );
    const tinted = known.flatMap(({ tints }) => tints ?? []);
    const tints = tinted.length === 0 ? null : { part: fitPredictiveTail(tinted) };
    const scored = test.map(({ defective, relative }) => ({
      defective,
      score: partScore({ part, tints }, evidenceFrom(model, relative, used)),
    }));
    const share = (defective: boolean) => {
      const of = scored.filter((part) => part.defective === defective);
      return of.filter(({ score }) => score >= limit).length / of.length;
    };
    return [
      basename(folder),
      used.join(' + '),
      auroc(scored).toFixed(3),
      `${(100 * share(true)).toFixed(0)} %`,
      `${(100 * share(false)).toFixed(1)} %`,
    ];
  });
}

/** Every choice of at least one, the smaller ones first. */
function combinations<Item>(items: readonly Item[]): Item[][] {
  const all = items.reduce<Item[][]>(
    (known, item) => [...known, ...known.map((one) => [...one, item])],
    [[]],
  );
  return all.filter(({ length }) => length > 0).sort((a, b) => a.length - b.length);
}

const { positionals } = parseArgs({ allowPositionals: true });
if (positionals.length === 0) {
  process.stderr.write('Name the folders of parts to measure on.\n');
  process.exit(2);
}
const scratch = mkdtempSync(join(tmpdir(), 'sparsight-bench-'));
try {
  const rows = [['set', 'compared', 'image AUROC', 'found', 'false rejects']];
  for (const folder of positionals) rows.push(...(await rowsFor(folder, scratch)));
  const [head, ...body] = rows.map((row) => `| ${row.join(' | ')} |`);
  const rule = `| ${rows[0]!.map(() => '---').join(' | ')} |`;
  process.stdout.write(`${[head, rule, ...body].join('\n')}\n`);
} finally {
  rmSync(scratch, { recursive: true, force: true });
}

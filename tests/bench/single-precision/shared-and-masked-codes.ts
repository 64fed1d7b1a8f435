/**
 * How long codes and dictionaries of one picture's patches with missing pixels, and codes that share their atoms, take in
 * single precision (in WebAssembly) and in double precision (the reference), on one thread. Prints one JSON object: for each
 * method the microseconds of processor time that a problem takes, and what was reached.
 *
 *   node tests/bench/single-precision/shared-and-masked-codes.ts
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { dctDictionary } from '../../../src-main/numerics/dictionary/dct.ts';
import { codeResiduals } from '../../../src-main/numerics/dictionary/code-products.ts';
import { learnDictionary } from '../../../src-main/numerics/dictionary/learn.ts';
import { learnMaskedKsvd, observedResiduals } from '../../../src-main/numerics/dictionary/masked-ksvd.ts';
import { deadLeaves } from '../../../src-main/numerics/experiments/dead-leaves.ts';
import { peakSignalToNoise } from '../../../src-main/numerics/experiments/peak-signal-to-noise.ts';
import { createKernels } from '../../../src-main/numerics/kernels/kernels.ts';
import { denseMatrix, rowOf, transposed } from '../../../src-main/numerics/linalg/dense-matrix.ts';
import { squaredNorm } from '../../../src-main/numerics/linalg/vectors.ts';
import { patchCount, patchGrid } from '../../../src-main/numerics/patches/patch-grid.ts';
import { extractPatches } from '../../../src-main/numerics/patches/extract-patches.ts';
import { createRandom } from '../../../src-main/numerics/random/generator.ts';
import {
  inpaintByDictionary,
  learnFromMasked,
} from '../../../src-main/numerics/restoration/dictionary-inpainting.ts';
import { gridPatches } from '../../../src-main/numerics/restoration/image-patches.ts';
import { jointCodes } from '../../../src-main/numerics/sparse/joint-codes.ts';
import { maskedCodes } from '../../../src-main/numerics/sparse/masked-codes.ts';
import { orthogonalMatchingPursuit } from '../../../src-main/numerics/sparse/orthogonal-matching-pursuit.ts';
import { pursuitCodes } from '../../../src-main/numerics/sparse/pursuit-codes.ts';
import { timed } from './timed.ts';

const kernels = createKernels(
  readFileSync(join(import.meta.dirname, '../../../src-main/numerics/kernels/kernels.wasm')),
);
const single = { precision: 'single' } as const;
const patchSize = 8;
const dimension = patchSize * patchSize;
const size = { width: 96, height: 96 };
const grid = patchGrid(size, { size: patchSize, stride: 2 });
const picture = deadLeaves(size, { seed: 1, stripes: 0.3 });
const random = createRandom(1, 'bench/masked-codes');

const cosines = (atoms: number) =>
  denseMatrix(
    atoms,
    dimension,
    dctDictionary({ width: patchSize, height: patchSize, atoms, constantAtom: true }),
  );

/** Codes of patches of which a share of the values is missing; reached is the mean squared error of those observed. */
function measureMasked(atomCount: number, share: number, nonzeros: number) {
  const signals = gridPatches(picture, size, grid);
  const atoms = cosines(atomCount);
  const mask = Uint8Array.from(signals.values, () => (random.uniform() < share ? 0 : 1));
  const observed = mask.reduce((sum, value) => sum + value, 0);
  const codes = denseMatrix(signals.rows, atomCount, new Float64Array(signals.rows * atomCount));
  const stopping = { nonzeros, errorTarget: 1e-4 };
  const reached = () => squaredNorm(observedResiduals(signals, mask, atoms, codes).values) / observed;
  const quick = timed(signals.rows, () => {
    maskedCodes(atoms, signals, mask, { ...stopping, ...single }, codes, kernels);
  });
  const singleReached = reached();
  const double = timed(signals.rows, () => {
    maskedCodes(atoms, signals, mask, stopping, codes);
  });
  return { single: quick, double, singleReached, doubleReached: reached() };
}

/** Non-negative codes of patches as they are; reached is the mean squared error. */
function measurePositive() {
  const signals = gridPatches(picture, size, grid);
  const atoms = denseMatrix(
    128,
    dimension,
    Float64Array.from({ length: 128 * dimension }, () => Math.max(random.normal(), 0)),
  );
  const codes = denseMatrix(signals.rows, 128, new Float64Array(signals.rows * 128));
  const stopping = { nonzeros: 6, nonNegative: true };
  const reached = () => squaredNorm(codeResiduals(atoms, signals, codes).values) / signals.values.length;
  const quick = timed(signals.rows, () => {
    pursuitCodes(atoms, signals, { ...stopping, ...single }, codes, kernels);
  });
  const singleReached = reached();
  const double = timed(signals.rows, () => {
    for (let i = 0; i < signals.rows; i++)
      orthogonalMatchingPursuit(atoms, rowOf(signals, i), stopping, rowOf(codes, i), kernels);
  });
  return { single: quick, double, singleReached, doubleReached: reached() };
}

/** K-SVD of patches of which a quarter is missing; reached is the mean squared error of the observed values. */
function measureKsvd() {
  const signals = gridPatches(picture, size, grid);
  const mask = Uint8Array.from(signals.values, () => (random.uniform() < 0.25 ? 0 : 1));
  const learning = { nonzeros: 6, errorTarget: 1e-4, iterations: 4, fixedAtoms: 1 };
  let reached = 0;
  const onIteration = (error: number) => (reached = error);
  const quick = timed(1, () => {
    learnMaskedKsvd(signals, mask, cosines(64), { ...learning, ...single, onIteration }, kernels);
  });
  const singleReached = reached;
  const double = timed(1, () => {
    learnMaskedKsvd(signals, mask, cosines(64), { ...learning, onIteration });
  });
  return { single: quick, double, singleReached, doubleReached: reached };
}

/** A picture half of whose pixels are missing, painted in by what is learnt from it; reached are decibels. */
function measureInpainting() {
  const mask = Uint8Array.from(picture, () => (random.uniform() < 0.5 ? 0 : 1));
  const masked = { image: picture.map((value, i) => (mask[i] === 0 ? 0 : value)), mask, size };
  const options = { patchSize, stride: 2, nonzeros: 4, errorTarget: 1e-4, iterations: 4 };
  const out = new Float64Array(picture.length);
  const quick = timed(1, () => {
    const atoms = cosines(64);
    learnFromMasked(atoms, masked, { ...options, ...single }, kernels);
    inpaintByDictionary(atoms, masked, { ...options, ...single }, out, kernels);
  });
  const singleReached = peakSignalToNoise(out, picture);
  const double = timed(1, () => {
    const atoms = cosines(64);
    learnFromMasked(atoms, masked, options);
    inpaintByDictionary(atoms, masked, options, out);
  });
  return { single: quick, double, singleReached, doubleReached: peakSignalToNoise(out, picture) };
}

/** Codes of patches that share their atoms, learnt from all of them; reached is the objective. */
function measureJoint(count: number, penalty: number) {
  const all = patchCount(grid);
  const cut = { out: kernels.f32(all * dimension), means: kernels.f32(all), energies: kernels.f32(all) };
  const plane = kernels.copyF32(picture);
  extractPatches(kernels, plane, size, { grid, firstIndex: 0, count: all }, { removeMean: true }, cut);
  const patches = cut.out.view.slice();
  const learning = { atoms: 128, nonzeros: 4, iterations: 5, initialisation: 'data', seed: 0 } as const;
  const learnt = learnDictionary(kernels, patches, all, { ...learning, method: 'ksvd' });
  const atoms = denseMatrix(128, dimension, learnt.atoms);
  const signals = denseMatrix(count, dimension, patches.subarray(0, count * dimension));
  const codes = denseMatrix(count, 128, new Float64Array(count * 128));
  const objective = () => {
    const byAtom = transposed(codes);
    let sum = squaredNorm(codeResiduals(atoms, signals, codes).values) / 2;
    for (let k = 0; k < 128; k++) sum += penalty * Math.sqrt(squaredNorm(rowOf(byAtom, k)));
    return sum;
  };
  const tolerance = 1e-5;
  const quick = timed(
    1,
    () => void jointCodes(atoms, signals, penalty, codes, { tolerance, ...single }, kernels),
  );
  const singleReached = objective();
  const double = timed(1, () => void jointCodes(atoms, signals, penalty, codes, { tolerance }));
  return { single: quick, double, singleReached, doubleReached: objective() };
}

const rows = {
  'codes with missing values': measureMasked(64, 0.5, 4),
  'codes with missing values, 256 atoms': measureMasked(256, 0.25, 6),
  'non-negative pursuit codes': measurePositive(),
  'K-SVD with missing values, a picture': measureKsvd(),
  'inpainting by a learnt dictionary, a picture': measureInpainting(),
  'joint codes of 50 signals': kernels.scoped(() => measureJoint(50, 0.3)),
  'joint codes of 1,000 signals': kernels.scoped(() => measureJoint(1000, 1)),
};
process.stdout.write(`${JSON.stringify(rows)}\n`);

/**
 * How many patches per second one worker codes: 8 x 8 patches cut at random from the pictures of a folder, their
 * means taken off, 128 atoms learnt from them by K-SVD, 4 non-zeros. Prints one JSON object.
 *
 *   node tests/bench/omp.ts FOLDER [--patches 60000]
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import sharp from 'sharp';
import { learnDictionary } from '../../src-main/numerics/dictionary/learn.ts';
import { createKernels, type F32, type Kernels } from '../../src-main/numerics/kernels/kernels.ts';
import { createRandom } from '../../src-main/numerics/random/generator.ts';
import { batchOmp, createCodes, prepareDictionary } from '../../src-main/numerics/sparse/batch-omp.ts';

const size = 8;
const dimension = size * size;
const atomCount = 128;
const nonzeros = 4;
/** Patches that the dictionary is learnt from. */
const learningPatches = 10_000;
/** Patches coded in one call, as a worker does with a strip of an image. */
const batch = 4096;
const rounds = 15;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { patches: { type: 'string', default: '60000' } },
});
const folder = positionals[0];
if (folder === undefined) throw new Error('Name the folder of pictures to cut patches from.');

const wasm = join(import.meta.dirname, '..', '..', 'src-main', 'numerics', 'kernels', 'kernels.wasm');
const kernels = createKernels(readFileSync(wasm));
const random = createRandom(0, 'bench/omp');
const patches = await cutPatches(folder, Number(values.patches));
const count = patches.length / dimension;
const signals = kernels.copyF32(patches);
const learnt = learnDictionary(
  kernels,
  patches.slice(0, learningPatches * dimension),
  Math.min(count, learningPatches),
  {
    method: 'approximate-ksvd',
    atoms: atomCount,
    nonzeros,
    iterations: 5,
    initialisation: 'data',
    seed: 0,
  },
);
const dictionary = prepareDictionary(kernels, learnt.atoms, { atomCount, dimension });
const codes = createCodes(kernels, count, nonzeros);

const seconds: number[] = [];
for (let round = 0; round <= rounds; round += 1) {
  const started = performance.now();
  codeAll(kernels, signals);
  // The first round warms up the compiler.
  if (round > 0) seconds.push((performance.now() - started) / 1000);
}
seconds.sort((a, b) => a - b);
const energy = codes.residualEnergy.view.reduce((sum, value) => sum + value, 0);
process.stdout.write(
  `${JSON.stringify({
    patches: count,
    atoms: atomCount,
    nonzeros,
    omp_patches_per_second: count / seconds[rounds >> 1]!,
    omp_patches_per_second_best: count / seconds[0]!,
    residual_rms: Math.sqrt(energy / (count * dimension)),
  })}\n`,
);

function codeAll(on: Kernels, all: F32): void {
  for (let first = 0; first < count; first += batch) {
    const part = Math.min(batch, count - first);
    const rows = {
      capacity: part,
      nonzeros,
      indices: codes.indices.slice(first * nonzeros, (first + part) * nonzeros),
      coefficients: codes.coefficients.slice(first * nonzeros, (first + part) * nonzeros),
      sizes: codes.sizes.slice(first, first + part),
      residualEnergy: codes.residualEnergy.slice(first, first + part),
    };
    batchOmp(on, dictionary, all.slice(first * dimension), part, { nonzeros, errorTarget: 0 }, rows);
  }
}

/** [patches x dimension], means removed, as many from each picture, at random places. */
async function cutPatches(from: string, wanted: number): Promise<Float32Array> {
  const files = readdirSync(from, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(png|jpe?g|tiff?|webp)$/i.test(name))
    .sort();
  const perFile = Math.ceil(wanted / files.length);
  const cut: number[] = [];
  for (const file of files) {
    const { data, info } = await sharp(join(from, file))
      .greyscale()
      .raw()
      .toBuffer({ resolveWithObject: true });
    for (let i = 0; i < perFile && cut.length < wanted * dimension; i += 1) {
      const x = random.integer(info.width - size + 1);
      const y = random.integer(info.height - size + 1);
      const patch = Array.from(
        { length: dimension },
        (_, j) => data[(y + Math.floor(j / size)) * info.width + x + (j % size)]! / 255,
      );
      const mean = patch.reduce((sum, value) => sum + value, 0) / dimension;
      for (const value of patch) cut.push(value - mean);
    }
  }
  return Float32Array.from(cut);
}

import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { expect, it } from 'vitest';
import type { InspectOutcome, TeachOutcome, TrainOutcome } from '../../../src-shared/contract/outcomes.ts';
import { recipeSchema } from '../../../src-shared/domain/recipe.ts';
import type { RecipeInput } from '../../../src-shared/domain/recipe.ts';
import { createRandom } from '../../../src-main/numerics/random/generator.ts';
import { quickRecipe, writeParts } from './parts.ts';
import { outcomeOf, startEngine } from './start-engine.ts';
import { temporaryFolder } from './temporary-folder.ts';

const edge = 128;
type Tint = readonly [red: number, green: number, blue: number];
/** Changes of colour that leave luminance (ITU-R BT.709) as it is. */
const redder: Tint = [0.08, -0.08 * (0.2126 / 0.7152), 0];
const beige: Tint = [0.1, 0, -0.1];

/** Writes pictures of beige parts with a little noise; `tint` says what is added to the colour of a pixel. */
async function writeColourful(
  folder: string,
  names: readonly string[],
  seed: number,
  tint: (name: string, x: number, y: number) => Tint | null = () => null,
): Promise<void> {
  mkdirSync(folder, { recursive: true });
  for (const name of names) {
    const random = createRandom(seed, name);
    const pixels = Buffer.alloc(3 * edge * edge);
    for (let y = 0, i = 0; y < edge; y++) {
      for (let x = 0; x < edge; x++) {
        const stripe = 0.5 + 0.08 * Math.sin(0.5 * x) + 0.03 * random.normal();
        const added = tint(name, x, y);
        for (let c = 0; c < 3; c++, i++) {
          pixels[i] = Math.round(255 * (stripe + beige[c]! + (added?.[c] ?? 0) + 0.01 * random.normal()));
        }
      }
    }
    await sharp(pixels, { raw: { width: edge, height: edge, channels: 3 } })
      .png()
      .toFile(join(folder, `${name}.png`));
  }
}

const inspected = ['good 1', 'good 2', 'stained', 'red all over'];

async function learntInColour(recipe: RecipeInput) {
  const folder = temporaryFolder();
  const [good, parts] = [join(folder, 'good'), join(folder, 'parts')];
  await writeColourful(
    good,
    Array.from({ length: 12 }, (_, i) => `part ${i}`),
    1,
  );
  await writeColourful(parts, inspected, 2, (name, x, y) => {
    if (name === 'red all over') return redder;
    return name === 'stained' && Math.hypot(x - 80, y - 40) < 10 ? redder : null;
  });
  const { client } = startEngine();
  await client.project.open({ path: join(folder, 'line.sparsight'), mode: 'create' });
  const learning = client.jobs.train({ good: [good], recipe: recipeSchema.parse(recipe) });
  const { model } = await outcomeOf<TrainOutcome>(client, learning);
  const inspect = async () => {
    const { runId } = await outcomeOf<InspectOutcome>(client, client.jobs.inspect({ images: [parts] }));
    const { rows } = await client.results.list({ runId });
    return new Map(rows.map((row) => [row.name.replace('.png', ''), row]));
  };
  return { client, folder, model, inspect };
}

it('a stain of another colour but the same brightness is found, told as colour, and can be taught', async () => {
  const { client, inspect } = await learntInColour(quickRecipe);
  const rows = await inspect();
  const decisions = inspected.map((name) => rows.get(name)?.decision);
  expect(decisions).toEqual(['pass', 'pass', 'reject', 'reject']);

  const resultId = rows.get('stained')?.id ?? 0;
  const { regions } = await client.results.get({ resultId });
  expect(regions[0]?.indicator).toBe('colour');
  const { x, y } = regions[0]?.peak ?? { x: 0, y: 0 };
  expect(Math.hypot(x - 80, y - 40)).toBeLessThan(12);
  const { indicators } = await client.results.explain({ resultId, x, y });
  expect(indicators[0]?.indicator).toBe('redGreen');
  expect(indicators[0]?.contribution).toBeGreaterThan(3);

  await outcomeOf<TeachOutcome>(client, client.results.teach({ resultId }));
  expect((await inspect()).get('stained')?.decision).toBe('pass');
});

it('a recipe for brightness alone does not look at colours', async () => {
  const { inspect } = await learntInColour({ ...quickRecipe, channels: 'grey' });
  expect((await inspect()).get('stained')?.decision).toBe('pass');
});

it('a model that knows colours is the same after it was written to a file and read from it', async () => {
  const { client, folder, model } = await learntInColour(quickRecipe);
  const path = join(folder, 'colours.sparsight-model');
  await client.models.export({ modelId: model.id, out: path });
  await client.project.open({ path: join(folder, 'other.sparsight'), mode: 'create' });
  expect((await client.models.import({ path })).hash).toBe(model.hash);
});

it('grey parts in files with three channels make the same model as in files with one', async () => {
  const folder = temporaryFolder();
  const grey = join(folder, 'grey');
  const wide = join(folder, 'wide');
  mkdirSync(wide);
  for (const [i, path] of (await writeParts(grey, { count: 6, seed: 3 })).entries()) {
    const { data, info } = await sharp(path)
      .toColourspace('srgb')
      .raw()
      .toBuffer({ resolveWithObject: true });
    await sharp(data, { raw: { width: info.width, height: info.height, channels: 3 } })
      .png()
      .toFile(join(wide, `part ${i + 1}.png`));
  }
  const { client } = startEngine();
  await client.project.open({ path: join(folder, 'line.sparsight'), mode: 'create' });
  const recipe = recipeSchema.parse(quickRecipe);
  const scores: number[][] = [];
  for (const good of [grey, wide]) {
    await outcomeOf<TrainOutcome>(client, client.jobs.train({ good: [good], recipe }));
    const { runId } = await outcomeOf<InspectOutcome>(client, client.jobs.inspect({ images: [grey] }));
    scores.push((await client.results.list({ runId })).rows.map(({ score }) => score));
  }
  expect(scores[0]).toHaveLength(6);
  expect(scores[1]).toEqual(scores[0]);
});

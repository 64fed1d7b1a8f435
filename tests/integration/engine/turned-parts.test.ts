import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { expect, it } from 'vitest';
import type { InspectOutcome, TrainOutcome } from '../../../src-shared/contract/outcomes.ts';
import { recipeSchema } from '../../../src-shared/domain/recipe.ts';
import { createRandom } from '../../../src-main/numerics/random/generator.ts';
import { quickRecipe } from './parts.ts';
import { outcomeOf, startEngine } from './start-engine.ts';
import { temporaryFolder } from './temporary-folder.ts';

const edge = 128;
const centre = (edge - 1) / 2;
/** From the centre of the part, as it lies straight. */
const hole = { x: 24, y: -10 };
const bar = { x: -16, y: 22 };

/** Writes a picture of a disc with a hole and a bar on it, turned clockwise about its centre. */
async function writeTurned(path: string, radians: number, { hasHole = true } = {}): Promise<void> {
  const random = createRandom(1, path);
  const pixels = new Uint8Array(edge * edge);
  for (let y = 0, i = 0; y < edge; y++) {
    for (let x = 0; x < edge; x++, i++) {
      const partX = Math.cos(radians) * (x - centre) + Math.sin(radians) * (y - centre);
      const partY = Math.cos(radians) * (y - centre) - Math.sin(radians) * (x - centre);
      const face = 150 + 25 * Math.sin(partX / 9) * Math.cos(partY / 7);
      const isHole = hasHole && Math.hypot(partX - hole.x, partY - hole.y) < 9;
      const isBar = Math.abs(partX - bar.x) < 14 && Math.abs(partY - bar.y) < 4;
      const value = Math.hypot(partX, partY) > 52 ? 25 : isHole ? 30 : isBar ? 230 : face;
      pixels[i] = Math.round(value + 3 * random.normal());
    }
  }
  await sharp(pixels, { raw: { width: edge, height: edge, channels: 1 } })
    .png()
    .toFile(path);
}

it('parts that lie at any angle are turned onto each other, and a feature that is missing is shown where it is', async () => {
  const folder = temporaryFolder();
  const [good, parts] = [join(folder, 'good'), join(folder, 'parts')];
  for (const made of [good, parts]) mkdirSync(made);
  const random = createRandom(3, 'angles');
  for (let part = 0; part < 12; part++)
    await writeTurned(join(good, `${part}.png`), 2 * Math.PI * random.uniform());
  const turn = 2.1;
  await writeTurned(join(parts, 'good.png'), -1.3);
  await writeTurned(join(parts, 'without hole.png'), turn, { hasHole: false });

  const project = join(folder, 'line.sparsight');
  const recipe = recipeSchema.parse({ ...quickRecipe, alignment: 'auto', patch: { stride: 4, scales: 2 } });
  const learning = startEngine();
  await learning.client.project.open({ path: project, mode: 'create' });
  const learnt = await outcomeOf<TrainOutcome>(
    learning.client,
    learning.client.jobs.train({ good: [good], recipe }),
  );
  expect(learnt.aligned).toBe(true);
  expect((await learning.client.models.get({ modelId: learnt.model.id })).mostTurn).toBe(180);
  await learning.close();

  // What was learnt of how parts lie is read from the project again.
  const { client } = startEngine();
  await client.project.open({ path: project, mode: 'write' });
  const { runId } = await outcomeOf<InspectOutcome>(client, client.jobs.inspect({ images: [parts] }));
  const { rows } = await client.results.list({ runId, sort: 'name' });
  expect(rows.map(({ decision }) => decision)).toEqual(['pass', 'reject']);
  const { regions } = await client.results.get({ resultId: rows[1]!.id });
  const missing = {
    x: centre + Math.cos(turn) * hole.x - Math.sin(turn) * hole.y,
    y: centre + Math.sin(turn) * hole.x + Math.cos(turn) * hole.y,
  };
  expect(Math.hypot(regions[0]!.peak.x - missing.x, regions[0]!.peak.y - missing.y)).toBeLessThan(12);
});

import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import type { InspectOutcome } from '../../../src-shared/contract/outcomes.ts';
import { quickRecipe, repeatParts, writeParts } from './parts.ts';
import { outcomeOf, startEngine } from './start-engine.ts';
import { temporaryFolder } from './temporary-folder.ts';

const commandLine = join(import.meta.dirname, '..', '..', '..', 'src-main', 'cli', 'main.ts');

/**
 * Bytes that 400 images may need more than 40. Each picture of 320 x 320 takes 0.4 MB once decoded: were they kept, 360
 * more would take 150 MB. Two runs over the same images differ by some 10 MB, with the moments of garbage collection.
 */
const bound = 60e6;
/**
 * Left to itself, V8 lets each thread's young generation grow over the first few hundred images and then stay: 100 MB
 * that come of the time a process runs, not of what it keeps.
 */
const smallYoungGeneration = '--max-semi-space-size=1';

it('inspecting ten times as many images takes no more memory', async () => {
  const folder = temporaryFolder();
  const good = join(folder, 'good');
  const path = join(folder, 'parts.sparsight');
  const written = await writeParts(good, { count: 5, seed: 1, edge: 320 });
  const engine = startEngine();
  const { client } = engine;
  await client.project.open({ path, mode: 'create' });
  await outcomeOf(client, client.jobs.train({ good: [good], recipe: quickRecipe }));
  await engine.close();

  async function peakBytes(count: number): Promise<number> {
    const images = join(folder, `${count}`);
    repeatParts(written, images, count);
    const args = [
      smallYoungGeneration,
      commandLine,
      'inspect',
      '--project',
      path,
      '--images',
      images,
      '--json',
      '--workers',
      '2',
    ];
    const { stdout } = await promisify(execFile)(process.execPath, args);
    const outcome = JSON.parse(stdout) as InspectOutcome;
    expect(outcome.counts).toMatchObject({ total: count, unreadable: 0 });
    return outcome.peakRssBytes;
  }

  const few = await peakBytes(40);
  const many = await peakBytes(400);
  expect(many - few).toBeLessThan(bound);
}, 300_000);

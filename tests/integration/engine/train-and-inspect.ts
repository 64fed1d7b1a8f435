/*
 * A program that trains and inspects in the project named by its first argument until somebody kills it. It loads
 * the engine, says 'ready', and waits for a line on its standard input. From then on it prints a line for every model
 * and every run that it has been told is stored, and for each progress, at most ten times a second.
 *
 *   node train-and-inspect.ts PROJECT FOLDER-OF-GOOD-PARTS FOLDER-OF-PARTS SEED
 */
import { once } from 'node:events';
import { writeSync } from 'node:fs';
import { flushCompileCache } from 'node:module';
import pino from 'pino';
import { createEngine } from '../../../src-main/engine/engine.ts';
import { quickRecipe } from './parts.ts';

const [path, good, parts, seed] = process.argv.slice(2) as [string, string, string, string];
const say = (line: string) => writeSync(1, `${line}\n`);

const { client } = createEngine({ workers: 1, log: pino({ level: 'silent' }) });
// A program that is killed never comes to keep its cache; the next ones are to start quickly.
flushCompileCache();
say('ready');
await once(process.stdin, 'data');
const { models } = await client.project.open({ path, mode: 'create' });
say('open');

// Every other program begins with an inspection, so that both are met early in its life.
for (let round = Number(seed) % 2 === 0 || models.length === 0 ? 0 : 1; ; round++) {
  const job =
    round % 2 === 0
      ? await client.jobs.train({ good: [good], recipe: quickRecipe, seed: Number(seed) + round })
      : await client.jobs.inspect({ images: [parts] });
  for await (const event of await client.jobs.events(job)) {
    if (event.type === 'failed') throw new Error(event.error.message);
    if (event.type === 'progress') say(`${event.progress.stage} ${event.progress.done}`);
    if (event.type === 'done') say(round % 2 === 0 ? 'model' : 'run');
  }
}

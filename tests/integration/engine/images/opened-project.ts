import { join } from 'node:path';
import pino from 'pino';
import { afterEach } from 'vitest';
import type { Client } from '../../../../src-shared/contract/client.ts';
import { createEngine } from '../../../../src-main/engine/engine.ts';
import type { Engine, EngineOptions } from '../../../../src-main/engine/engine.ts';
import { temporaryFolder } from '../temporary-folder.ts';

const engines: Engine[] = [];

afterEach(async () => {
  for (const engine of engines.splice(0)) await engine.close();
});

export interface OpenedProject {
  readonly client: Client;
  readonly engine: Engine;
  readonly folder: string;
  readonly cacheFolder: string;
  readonly path: string;
}

/** An engine that keeps thumbnails, with an empty project in a folder of its own; closed when the test ends. */
export async function openedProject(
  options: Partial<EngineOptions> = {},
  folder = temporaryFolder(),
): Promise<OpenedProject> {
  const cacheFolder = join(folder, 'cache');
  const engine = createEngine({ workers: 2, log: pino({ level: 'silent' }), cacheFolder, ...options });
  engines.push(engine);
  const path = join(folder, 'parts.sparsight');
  await engine.client.project.open({ path });
  return { client: engine.client, engine, folder, cacheFolder, path };
}

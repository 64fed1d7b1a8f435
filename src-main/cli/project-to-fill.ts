import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import type { Client } from '../../src-shared/contract/client.ts';
import { detailsOf } from './error-text.ts';

/**
 * Opens a project for a command that puts the first things into it, and makes it where there is none. When the command
 * fails, a project that it made goes with it: there is nothing in it but the failure. One that was cancelled stays.
 */
export async function inProject<Result>(
  client: Client,
  path: string,
  fill: () => Promise<Result>,
): Promise<Result> {
  const wasThere = existsSync(path);
  const project = await client.project.open({ path, mode: 'create' });
  try {
    return await fill();
  } catch (thrown) {
    if (!wasThere && detailsOf(thrown).code !== 'job.cancelled') {
      await client.project.close();
      await rm(project.path, { force: true });
    }
    throw thrown;
  }
}

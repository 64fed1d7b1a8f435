import { stat } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';

/** Where people keep their documents, as far as it can be told without a desktop: or else their home folder. */
export async function documentsFolder(): Promise<string> {
  const documents = join(homedir(), 'Documents');
  const stats = await stat(documents).catch(() => undefined);
  return stats?.isDirectory() === true ? documents : homedir();
}

import { readFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { listComponents } from '../host/components.ts';
import { documentsFolder } from '../host/documents-folder.ts';
import { listFolder } from '../host/list-folder.ts';
import { lastLines } from '../host/log-lines.ts';
import { packageRoot } from '../host/package-root.ts';
import { softwareVersion } from '../software-version.ts';
import type { Procedures, RouterContext } from './context.ts';

export function hostRouter(procedures: Procedures['host'], { host }: RouterContext) {
  return {
    about: procedures.about.handler(async () => ({
      version: softwareVersion,
      components: await listComponents(),
      cores: availableParallelism(),
      logFile: host.logFile,
      documentsFolder: host.documentsFolder ?? (await documentsFolder()),
    })),
    folder: procedures.folder.handler(({ input }) => listFolder(input.path)),
    guide: procedures.guide.handler(async ({ input }) => ({
      markdown: await readFile(join(packageRoot, 'docs', 'guide', `${input.language}.md`), 'utf8'),
    })),
    log: procedures.log.handler(async () => ({ lines: await lastLines(host.logFile) })),
  };
}

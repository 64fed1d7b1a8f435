import { existsSync } from 'node:fs';
import { basename, extname, resolve } from 'node:path';
import type { OpenOptions } from '../../storage/open-project.ts';
import { softwareVersion } from '../software-version.ts';
import { summarise } from '../summarise.ts';
import type { Procedures, RouterContext } from './context.ts';

export function projectRouter(procedures: Procedures['project'], context: RouterContext) {
  return {
    open: procedures.open.handler(async ({ input }) => {
      const path = resolve(input.path);
      const { project } = await context.open(path, openOptions(path, input.mode, context.now()));
      return summarise(project);
    }),
    summary: procedures.summary.handler(() => summarise(context.project())),
    close: procedures.close.handler(() => context.close()),
  };
}

function openOptions(path: string, mode: 'read' | 'write' | 'create', now: string): OpenOptions {
  if (mode !== 'create') return { mode };
  if (existsSync(path)) return { mode: 'write' };
  return { mode, name: basename(path, extname(path)), createdAt: now, appVersion: softwareVersion };
}

import { settingsSchema } from '../../../src-shared/contract/settings.ts';
import { forgetProject, listRecent } from '../settings/recent-projects.ts';
import type { Procedures, RouterContext } from './context.ts';

export function settingsRouter(procedures: Procedures['settings'], context: RouterContext) {
  const { settings: store } = context;
  return {
    get: procedures.get.handler(async () => (await store.read()).settings),
    set: procedures.set.handler(async ({ input }) => {
      const changed = await store.change(({ settings, ...rest }) => ({
        ...rest,
        settings: settingsSchema.parse({ ...settings, ...input }),
      }));
      return changed.settings;
    }),
    recentProjects: procedures.recentProjects.handler(() => listRecent(context)),
    forgetProject: procedures.forgetProject.handler(({ input }) => forgetProject(store, input.path)),
  };
}

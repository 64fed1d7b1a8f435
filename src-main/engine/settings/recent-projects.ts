import { stat } from 'node:fs/promises';
import type { RecentProject } from '../../../src-shared/contract/settings.ts';
import type { OpenProject } from '../../storage/open-project.ts';
import { selectImages } from '../../storage/records/image-queries.ts';
import { countImagesByLabel } from '../../storage/records/images.ts';
import { listModels } from '../../storage/records/models.ts';
import { projectRecord } from '../../storage/records/project-record.ts';
import { countDecisions, listRuns } from '../../storage/records/runs.ts';
import type { EngineContext } from '../engine.ts';
import type { RememberedProject, SettingsStore } from './settings-store.ts';

/** More than these, nobody looks through. */
const mostRemembered = 20;

const thumbnailSide = 128;

type Remembering = Pick<EngineContext, 'log' | 'now' | 'settings' | 'thumbnails'>;

/**
 * Puts a project first among the recent ones, with what is in it now, so that listing them opens none. Never fails, for
 * it is only a convenience.
 *
 * @param moment a project that closes is only brought up to date: one that was taken from the list stays away
 */
export async function rememberProject(
  context: Remembering,
  project: OpenProject,
  moment: 'opened' | 'closing',
): Promise<void> {
  const { log, now, settings } = context;
  try {
    const facts = factsOf(project);
    // Making it takes a moment, and whoever has just opened a project wants to see that first.
    const thumbnail = moment === 'closing' && settings.isKept ? await thumbnailOf(context, project) : null;
    await settings.change((kept) => {
      const { recent, ...rest } = kept;
      const before = recent.find(({ path }) => path === facts.path);
      if (before === undefined && moment === 'closing') return kept;
      const current = {
        ...facts,
        openedAt: moment === 'opened' || before === undefined ? now() : before.openedAt,
        thumbnail: thumbnail ?? before?.thumbnail ?? null,
      };
      const others = recent.filter((other) => other !== before);
      return { ...rest, recent: [current, ...others].slice(0, mostRemembered) };
    });
  } catch (error) {
    log.warn({ err: error }, 'the project could not be remembered');
  }
}

/** Latest first; the one that is open with what is in it now. */
export async function listRecent({
  settings,
  session,
}: Pick<EngineContext, 'settings' | 'session'>): Promise<RecentProject[]> {
  const { recent } = await settings.read();
  const open = session()?.project;
  return Promise.all(
    recent.map(async (project) => ({
      ...project,
      ...(project.path === open?.path ? factsOf(open) : {}),
      exists: await isFile(project.path),
    })),
  );
}

export async function forgetProject(settings: SettingsStore, path: string): Promise<void> {
  await settings.change(({ recent, ...rest }) => ({
    ...rest,
    recent: recent.filter((project) => project.path !== path),
  }));
}

function factsOf(project: OpenProject): Omit<RememberedProject, 'openedAt' | 'thumbnail'> {
  const images = [...countImagesByLabel(project).values()].reduce((sum, count) => sum + count, 0);
  const newest = listRuns(project).find(({ state }) => state === 'done');
  return {
    path: project.path,
    name: projectRecord(project).name,
    images,
    models: listModels(project).length,
    lastRun: newest === undefined ? null : decisions(countDecisions(project, newest.id)),
  };
}

const decisions = ({ pass, review, reject }: { pass: number; review: number; reject: number }) => ({
  pass,
  review,
  reject,
});

/** Of a good part, or else of any; null when there is none to be had. */
async function thumbnailOf({ thumbnails }: Remembering, project: OpenProject): Promise<string | null> {
  const order = { text: '', only: 'all', sort: 'name', descending: false } as const;
  const first = { offset: 0, limit: 1 };
  const [image] = [
    ...selectImages(project, { ...order, labels: ['good'] }, first).images,
    ...selectImages(project, order, first).images,
  ];
  if (image?.problem !== null) return null;
  try {
    const webp = await thumbnails.get(project, image, thumbnailSide);
    return `data:image/webp;base64,${Buffer.from(webp).toString('base64')}`;
  } catch {
    // The file is gone, or another now: the list shows the picture that it had.
    return null;
  }
}

const isFile = (path: string): Promise<boolean> =>
  stat(path).then(
    (stats) => stats.isFile(),
    () => false,
  );

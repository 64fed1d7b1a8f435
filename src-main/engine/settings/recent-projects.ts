import { stat } from 'node:fs/promises';
import type { RecentProject } from '../../../src-shared/contract/settings.ts';
import type { OpenProject } from '../../storage/open-project.ts';
import { selectImages } from '../../storage/records/image-queries.ts';
import { countImagesByLabel } from '../../storage/records/images.ts';
import type { ImageRecord } from '../../storage/records/images.ts';
import { listModels } from '../../storage/records/models.ts';
import { projectRecord } from '../../storage/records/project-record.ts';
import { countDecisions, listRuns } from '../../storage/records/runs.ts';
import type { EngineContext } from '../engine.ts';
import { importedThumbnailSide } from '../pictures/thumbnails.ts';
import type { Thumbnails } from '../pictures/thumbnails.ts';
import type { RememberedProject, SettingsStore } from './settings-store.ts';

/** More than these, nobody looks through. */
const mostRemembered = 20;

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

/** Latest first; the one that is open with what is in it now. Opening a project waits for this: it makes no picture. */
export async function listRecent({
  settings,
  session,
  thumbnails,
}: Pick<EngineContext, 'settings' | 'session' | 'thumbnails'>): Promise<RecentProject[]> {
  const { recent } = await settings.read();
  const open = session()?.project;
  const asItIsNow = async (project: OpenProject, before: string | null) => ({
    ...factsOf(project),
    thumbnail: before ?? (await cachedThumbnailOf(thumbnails, project)),
  });
  return Promise.all(
    recent.map(async (project) => ({
      ...project,
      ...(project.path === open?.path ? await asItIsNow(open, project.thumbnail) : {}),
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

/** Null when there is none to be had. */
async function thumbnailOf({ thumbnails }: Remembering, project: OpenProject): Promise<string | null> {
  const image = shownImage(project);
  if (image === undefined) return null;
  try {
    return dataUrl(await thumbnails.get(project, image, importedThumbnailSide));
  } catch {
    // The file is gone, or another now: the list shows the picture that it had.
    return null;
  }
}

async function cachedThumbnailOf(thumbnails: Thumbnails, project: OpenProject): Promise<string | null> {
  const image = shownImage(project);
  const webp = image && (await thumbnails.cached(image, importedThumbnailSide));
  return webp === undefined ? null : dataUrl(webp);
}

/** A good part, or else any. */
function shownImage(project: OpenProject): ImageRecord | undefined {
  const order = { text: '', only: 'all', sort: 'name', descending: false } as const;
  const first = { offset: 0, limit: 1 };
  const [image] = [
    ...selectImages(project, { ...order, labels: ['good'] }, first).images,
    ...selectImages(project, order, first).images,
  ];
  return image?.problem === null ? image : undefined;
}

const dataUrl = (webp: Uint8Array): string =>
  `data:image/webp;base64,${Buffer.from(webp).toString('base64')}`;

const isFile = (path: string): Promise<boolean> =>
  stat(path).then(
    (stats) => stats.isFile(),
    () => false,
  );

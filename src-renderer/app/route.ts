import type { ImageQuery } from '../../src-shared/contract/images.ts';
import type { ExperimentName } from '../../src-shared/contract/laboratory.ts';
import type { ResultQuery } from '../../src-shared/contract/results.ts';

export const screenNames = [
  'start',
  'images',
  'learn',
  'inspect',
  'part',
  'evaluate',
  'reports',
  'signals',
  'laboratory',
  'settings',
  'help',
] as const;
export type ScreenName = (typeof screenNames)[number];

export type ImagesView = 'gallery' | 'regions';

export type SignalsView = 'trend' | 'inspect';

/** Of a screen that always shows the same. */
interface NoParams {
  readonly none?: never;
}

/** What a screen can be opened with. */
export interface ScreenParams {
  start: NoParams;
  /** `view` is the gallery when left out. */
  images: { query?: ImageQuery; view?: ImagesView };
  learn: { modelId?: number };
  inspect: { runId?: number };
  /** `query` gives the results that next and previous walk through. */
  part: { resultId: number; query?: ResultQuery };
  evaluate: { runId?: number };
  reports: { runId?: number };
  /** The trend when left out. */
  signals: { view?: SignalsView };
  /** The first experiment when left out. */
  laboratory: { experiment?: ExperimentName };
  settings: NoParams;
  help: { section?: string };
}

export type Route = { [Name in ScreenName]: { screen: Name; params: ScreenParams[Name] } }[ScreenName];

/** The parameter that is part of the path itself: #/part/12. */
const identity: Partial<Record<ScreenName, string>> = {
  learn: 'modelId',
  inspect: 'runId',
  part: 'resultId',
  evaluate: 'runId',
  reports: 'runId',
};

export function formatRoute<Name extends ScreenName>(screen: Name, params: ScreenParams[Name]): string {
  let path = `#/${screen}`;
  const rest: [string, string][] = [];
  for (const [key, value] of Object.entries(params)) {
    if (value === undefined) continue;
    if (key === identity[screen]) path += `/${String(value)}`;
    else rest.push([key, JSON.stringify(value)]);
  }
  return rest.length === 0 ? path : `${path}?${new URLSearchParams(rest).toString()}`;
}

/** The start screen when the address makes no sense: it may have been typed. */
export function parseRoute(hash: string): Route {
  const [path = '', search = ''] = hash.replace(/^#?\/?/, '').split('?', 2);
  const [name = '', segment] = path.split('/');
  const screen = screenNames.find((known) => known === name) ?? 'start';
  const params: Record<string, unknown> & { resultId?: unknown } = {};
  const key = identity[screen];
  if (key !== undefined && segment !== undefined && /^\d+$/.test(segment)) params[key] = Number(segment);
  for (const [parameter, value] of new URLSearchParams(search)) {
    try {
      params[parameter] = JSON.parse(value);
    } catch {
      return { screen: 'start', params: {} };
    }
  }
  if (screen === 'part' && params.resultId === undefined) return { screen: 'inspect', params: {} };
  // The keys are those that formatRoute wrote; the engine parses what reaches it.
  return { screen, params } as Route;
}

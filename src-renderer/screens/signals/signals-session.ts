import { useSyncExternalStore } from 'react';
import type { ReportFieldsRequest } from '../../../src-shared/contract/requests.ts';
import type { SignalMethod } from '../../../src-shared/domain/signal.ts';
import { createValueStore } from '../../viewer/value-store.ts';

/** What files are there for: to be looked into, or to say what is good. */
export type SignalRole = 'inspected' | 'good';

/** What an inspection needs of a person; the window length is found when null. */
export interface InspectionSettings {
  readonly falseRejectRate: number;
  readonly windowLength: number | null;
}

/** What a person has chosen on the screen of signals: kept while other screens are open. */
export interface SignalsSession {
  /** Files and folders of each role. */
  readonly paths: Readonly<Record<SignalRole, readonly string[]>>;
  /** The first that all files have when null. */
  readonly column: string | null;
  /** The file that is shown; the first when null. */
  readonly shown: string | null;
  readonly method: SignalMethod;
  readonly settings: InspectionSettings;
  /** Settings of the inspection that was asked for; null before. */
  readonly asked: (InspectionSettings & { readonly column: string }) | null;
  /** What is to be on the cover of reports where the project cannot keep it; null before anything was filled in. */
  readonly cover: { readonly project: string | null; readonly fields: ReportFieldsRequest } | null;
}

const empty: SignalsSession = {
  paths: { inspected: [], good: [] },
  column: null,
  shown: null,
  method: 'trend',
  settings: { falseRejectRate: 0.02, windowLength: null },
  asked: null,
  cover: null,
};

const session = createValueStore(empty);

export function useSignalsSession(): SignalsSession {
  return useSyncExternalStore(session.subscribe, session.get);
}

export function changeSession(change: Partial<SignalsSession>): void {
  session.set({ ...session.get(), ...change });
}

/** Adds files and folders to those of a role; what was inspected before no longer fits. */
export function addPaths(role: SignalRole, added: readonly string[]): void {
  if (added.length === 0) return;
  const { paths } = session.get();
  changeSession({ paths: { ...paths, [role]: [...new Set([...paths[role], ...added])] }, asked: null });
}

export function clearPaths(role: SignalRole): void {
  changeSession({ paths: { ...session.get().paths, [role]: [] }, asked: null, shown: null });
}

/** Names of folders that mean good parts, in the languages of the program. */
const goodNames = /^(good|ok|normal|良品|正常)$/i;

/** What dropped or chosen files are for, as far as their folder says. */
export function roleOf(path: string): SignalRole {
  return path
    .split(/[/\\]/)
    .slice(-2)
    .some((part) => goodNames.test(part))
    ? 'good'
    : 'inspected';
}

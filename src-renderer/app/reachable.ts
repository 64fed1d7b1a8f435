import type { ProjectSummary } from '../../src-shared/contract/contract.ts';
import type { ScreenName } from './route.ts';

const needNothing: ReadonlySet<ScreenName> = new Set(['start', 'signals', 'laboratory', 'settings', 'help']);

/** Why a screen has nothing to work on yet; null when it has. */
export function whyNot(
  screen: ScreenName,
  summary: Pick<ProjectSummary, 'images' | 'models' | 'runs'> | null,
): 'needsProject' | 'needsImages' | 'needsModel' | 'needsRun' | null {
  if (needNothing.has(screen)) return null;
  if (summary === null) return 'needsProject';
  if (screen === 'images') return null;
  if (screen === 'learn') return summary.images === 0 && summary.models.length === 0 ? 'needsImages' : null;
  if (screen === 'inspect')
    return summary.models.length === 0 && summary.runs.length === 0 ? 'needsModel' : null;
  return summary.runs.length === 0 ? 'needsRun' : null;
}

import type { ProjectSummary } from '../../src-shared/contract/contract.ts';
import { whyNot } from './reachable.ts';
import { formatRoute, parseRoute } from './route.ts';

/**
 * Where a project that has just been opened is gone on with; null to stay, as for who went to another screen while it
 * was being opened. What that screen showed of a single part or inspection belonged to the project before.
 */
export function screenAfterOpening(
  summary: Pick<ProjectSummary, 'images' | 'models' | 'runs'>,
  address: { before: string; now: string },
): 'inspect' | 'learn' | 'images' | null {
  const { screen } = parseRoute(address.now);
  const wentThere = address.now !== address.before && address.now === formatRoute(screen, {});
  if (wentThere && whyNot(screen, summary) === null) return null;
  if (summary.runs.length > 0) return 'inspect';
  return summary.models.length > 0 ? 'learn' : 'images';
}

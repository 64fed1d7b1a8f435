import { decodeMap } from '../../imaging/codec/map-codec.ts';
import { appendLog } from '../../storage/records/log.ts';
import { getMap } from '../../storage/records/maps.ts';
import { listResultIds, listResults } from '../../storage/records/result-queries.ts';
import { getResult } from '../../storage/records/results.ts';
import { getRun } from '../../storage/records/runs.ts';
import { addVerdict } from '../../storage/records/verdicts.ts';
import { ResultViews } from '../use-cases/result-views.ts';
import { opinionOn } from '../use-cases/second-opinion.ts';
import { teach } from '../use-cases/teach.ts';
import { asBlobArray } from './context.ts';
import type { Procedures, RouterContext } from './context.ts';

export function resultsRouter(procedures: Procedures['results'], context: RouterContext) {
  const { project, now, start } = context;
  const views = new ResultViews(context.pool);
  return {
    list: procedures.list.handler(({ input: { offset, limit, ...query } }) => {
      const { total, results } = listResults(project(), query, { offset, limit });
      return { total, rows: results };
    }),
    ids: procedures.ids.handler(({ input }) => listResultIds(project(), input)),
    get: procedures.get.handler(({ input }) => {
      const { width, height, ...result } = getResult(project(), input.resultId);
      const { modelId, limits } = getRun(project(), result.runId);
      return { ...result, modelId, limits, imageSize: { width, height } };
    }),
    evidence: procedures.evidence.handler(({ input }) =>
      asBlobArray(decodeMap({ ...getMap(project(), input.resultId, 'evidence'), dtype: 'u16' })),
    ),
    expected: procedures.expected.handler(async ({ input }) => {
      const { expected } = await views.look(project(), input.resultId);
      return asBlobArray(expected);
    }),
    part: procedures.part.handler(async ({ input }) => {
      const { part } = await views.look(project(), input.resultId);
      return asBlobArray(part);
    }),
    explain: procedures.explain.handler(async ({ input: { resultId, ...place } }) => {
      const { found, nearest } = await views.explain(project(), resultId, place);
      return {
        ...found,
        scales: found.scales.map(({ found: patch, rebuilt, atoms, ...scale }) => ({
          ...scale,
          found: asBlobArray(patch),
          rebuilt: asBlobArray(rebuilt),
          atoms: atoms.map(({ pixels, ...atom }) => ({ ...atom, pixels: asBlobArray(pixels) })),
        })),
        nearest: nearest === null ? null : { ...nearest, patch: asBlobArray(nearest.patch) },
      };
    }),
    secondOpinion: procedures.secondOpinion.handler(({ input }) => opinionOn(project(), input.resultId)),
    setVerdict: procedures.setVerdict.handler(({ input: { resultId, ...verdict } }) =>
      project().transaction(() => {
        getResult(project(), resultId);
        const at = now();
        addVerdict(project(), { resultId, ...verdict, at });
        const who = verdict.by === '' ? 'sparsight' : verdict.by;
        const subject = `result ${resultId}`;
        appendLog(project(), { at, who, action: 'judge', subject, detail: verdict });
        return getResult(project(), resultId);
      }),
    ),
    teach: procedures.teach.handler(({ input }) => start('teach', input, (e) => teach(e, input.resultId))),
  };
}

import { appendLog } from '../../storage/records/log.ts';
import { listFailures } from '../../storage/records/results.ts';
import {
  followClassifierInRun,
  getRun,
  removeRun,
  renameRun,
  setRunLimits,
} from '../../storage/records/runs.ts';
import { runSummaries, runSummary } from '../summarise.ts';
import { refuseCrossedLimits } from '../use-cases/crossed-limits.ts';
import { evaluateRun, runScores } from '../use-cases/evaluate-run.ts';
import { learnClassifier } from '../use-cases/learn-classifier.ts';
import { unattendedJob } from '../jobs/unattended-job.ts';
import type { Procedures, RouterContext } from './context.ts';

export function runsRouter(procedures: Procedures['runs'], context: RouterContext) {
  const { project, now } = context;
  const log = (action: string, runId: number, detail: unknown) =>
    appendLog(project(), { at: now(), who: 'sparsight', action, subject: `run ${runId}`, detail });
  return {
    list: procedures.list.handler(() => runSummaries(project())),
    get: procedures.get.handler(({ input }) => runSummary(project(), input.runId)),
    scores: procedures.scores.handler(({ input }) => runScores(project(), input.runId)),
    evaluation: procedures.evaluation.handler(({ input }) => evaluateRun(project(), input.runId)),
    failures: procedures.failures.handler(({ input }) => {
      getRun(project(), input.runId);
      return listFailures(project(), input.runId);
    }),
    setLimits: procedures.setLimits.handler(({ input: { runId, limits } }) =>
      project().transaction(() => {
        refuseCrossedLimits(limits);
        setRunLimits(project(), runId, limits);
        log('set limits', runId, limits);
        return runSummary(project(), runId);
      }),
    ),
    learnClassifier: procedures.learnClassifier.handler(({ input, signal }) =>
      learnClassifier(context.environment(unattendedJob(signal)), input.runId),
    ),
    followClassifier: procedures.followClassifier.handler(({ input: { runId, follow } }) =>
      project().transaction(() => {
        followClassifierInRun(project(), runId, follow);
        log('follow classifier', runId, { follow });
        return runSummary(project(), runId);
      }),
    ),
    limitsFor: procedures.limitsFor.handler(({ input: { falseRejectRate, reviewRate } }) => {
      // Scores are calibrated: they are -log10 of the share of good parts beyond them.
      const limits = { review: -Math.log10(reviewRate), reject: -Math.log10(falseRejectRate) };
      refuseCrossedLimits(limits);
      return limits;
    }),
    rename: procedures.rename.handler(({ input: { runId, title } }) =>
      project().transaction(() => {
        renameRun(project(), runId, title);
        log('rename', runId, { title });
      }),
    ),
    remove: procedures.remove.handler(({ input: { runId } }) =>
      project().transaction(() => {
        const { title, counts } = runSummary(project(), runId);
        removeRun(project(), runId);
        log('remove', runId, { title, counts });
      }),
    ),
  };
}

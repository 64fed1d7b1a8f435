import { useDeferredValue, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProjectSummary } from '../../../src-shared/contract/contract.ts';
import type { Evaluation, RunScores, RunSummary } from '../../../src-shared/contract/runs.ts';
import { useCommands } from '../../app/commands.ts';
import { useNavigation } from '../../app/navigation.ts';
import { ConfusionMatrix } from './ConfusionMatrix.tsx';
import { DefectTable } from './DefectTable.tsx';
import { useDraftLimits } from './draft-limits.ts';
import classes from './Figures.module.css';
import { LimitsPanel } from './LimitsPanel.tsx';
import { MissingLabels } from './MissingLabels.tsx';
import type { PartSelection } from './part-selection.ts';
import { PartsDrawer } from './PartsDrawer.tsx';
import { QualityScatter } from './QualityScatter.tsx';
import { SecondOpinionCard } from './SecondOpinionCard.tsx';
import { ScoreHistogram } from './ScoreHistogram.tsx';
import { tallyAt } from './tally.ts';
import { TradeOffCurve } from './TradeOffCurve.tsx';
import { useLimitChanges } from './use-limit-changes.ts';

export interface FiguresProps {
  run: RunSummary;
  project: ProjectSummary;
  scores: RunScores;
  evaluation: Evaluation;
}

/** Shows the parts behind a figure, under the figure's name. */
export type ShowParts = (what: string, selection: PartSelection) => void;

/** Everything that is known of a run's parts and of two limits on their scores. */
export function Figures({ run, project, scores, evaluation }: FiguresProps) {
  const { t } = useTranslation(['evaluate', 'common']);
  const { open } = useNavigation();
  const draft = useDraftLimits(`${project.path}#${run.id}`, run.limits);
  const changes = useLimitChanges(run);
  const [shown, setShown] = useState<{ what: string; selection: PartSelection } | null>(null);
  const showParts = useMemo<ShowParts>(() => (what, selection) => setShown({ what, selection }), []);

  const model = project.models.find(({ id }) => id === run.modelId);
  const tally = useMemo(() => tallyAt(scores, draft.limits), [scores, draft.limits]);
  const appliedTally = useMemo(() => tallyAt(scores, run.limits), [scores, run.limits]);
  // Large figures may follow a moving limit a moment later, so that the limit itself never lags behind the hand.
  const settled = useDeferredValue(draft.limits);

  const apply = () => {
    const { limits } = draft;
    void changes.apply(limits).then((isApplied) => {
      if (isApplied) draft.settle(limits);
    });
  };
  const inUse = model?.limits;
  const isInUse = inUse?.review === draft.limits.review && inUse.reject === draft.limits.reject;
  const canUse = inUse !== undefined && !isInUse && !project.readOnly;
  const use = () => {
    if (inUse !== undefined) void changes.use(draft.limits, inUse);
  };
  const section = t('common:section.screen');
  useCommands([
    {
      id: 'evaluate.apply',
      title: t('commands.apply'),
      run: apply,
      enabled: draft.isChanged && !changes.isBusy,
      section,
    },
    { id: 'evaluate.use', title: t('commands.use'), run: use, enabled: canUse && !changes.isBusy, section },
    {
      id: 'evaluate.discard',
      title: t('commands.discard'),
      run: draft.discard,
      enabled: draft.isChanged,
      section,
    },
    {
      id: 'evaluate.report',
      title: t('commands.report'),
      run: () => open('reports', { runId: run.id }),
      section,
    },
  ]);

  const { figures, good, defective } = evaluation;
  return (
    <div className={classes.grid}>
      <ScoreHistogram
        className={classes.histogram}
        scores={scores}
        applied={run.limits}
        limits={draft.limits}
        onMove={project.readOnly ? undefined : draft.move}
        showParts={showParts}
      />
      <LimitsPanel
        className={classes.limits}
        tally={tally}
        appliedTally={appliedTally}
        draft={draft}
        isReadOnly={project.readOnly}
        isBusy={changes.isBusy}
        canUse={canUse}
        isInUse={isInUse}
        onApply={apply}
        onUse={use}
        decisionSettings={model?.recipe.decision}
        showParts={showParts}
      />
      {good + defective === 0 ? (
        <MissingLabels kind="all" runId={run.id} className={classes.wide} />
      ) : (
        <>
          <ConfusionMatrix
            className={classes.third}
            tally={tally}
            limits={draft.limits}
            showParts={showParts}
          />
          {figures === null ? (
            <MissingLabels
              kind={good === 0 ? 'good' : 'defective'}
              runId={run.id}
              className={classes.twoThirds}
            />
          ) : (
            <>
              <TradeOffCurve
                kind="roc"
                className={classes.third}
                points={figures.roc}
                area={figures.auroc}
                limits={settled}
                showParts={showParts}
              />
              <TradeOffCurve
                kind="precision"
                className={classes.third}
                points={figures.precisionRecall}
                area={figures.averagePrecision}
                limits={settled}
                showParts={showParts}
              />
            </>
          )}
        </>
      )}
      <DefectTable
        className={classes.half}
        scores={scores}
        limits={settled}
        perDefect={evaluation.perDefect}
        showParts={showParts}
      />
      <QualityScatter className={classes.half} scores={scores} limits={settled} showParts={showParts} />
      <SecondOpinionCard
        className={classes.wide}
        run={run}
        tally={appliedTally}
        evaluation={evaluation}
        isReadOnly={project.readOnly}
      />
      <PartsDrawer shown={shown} onClose={() => setShown(null)} runId={run.id} scores={scores} />
    </div>
  );
}

import { useTranslation } from 'react-i18next';
import { IconFileOff } from '@tabler/icons-react';
import { DecisionCounts } from '../../components/DecisionCounts.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { Figure } from '../../components/Figure.tsx';
import { RowList } from '../../components/RowList.tsx';
import { useFormat } from '../../i18n/format.ts';
import { BuildingBlocks } from './BuildingBlocks.tsx';
import { ExportReport } from './ExportReport.tsx';
import { FileProblems } from './FileProblems.tsx';
import { ResultRow } from './ResultRow.tsx';
import { ResultView } from './ResultView.tsx';
import { ScoreDistribution } from './ScoreDistribution.tsx';
import { changeSession, useSignalsSession } from './signals-session.ts';
import classes from './SignalsScreen.module.css';
import type { InspectionRequest, ReadInspection } from './use-inspection.ts';

export interface InspectionResultProps {
  inspection: ReadInspection;
  request: InspectionRequest;
}

/** Which parts are unlike the good ones, the chosen one in detail, and what the good ones are made of. */
export function InspectionResult({ inspection, request }: InspectionResultProps) {
  const { t } = useTranslation('signals');
  const format = useFormat();
  const { shown } = useSignalsSession();
  const { counts, good, limits, results, problems, windowLength, arrangement, mostShift } = inspection;
  const chosen = results.find(({ path }) => path === shown) ?? results[0];
  // The list begins with the highest score.
  const span = Math.max(2 * limits.reject, results[0]?.score ?? 0);
  return (
    <>
      <div className={classes.figures} role="status">
        <Figure name={t('inspect.counts')} value={<DecisionCounts counts={counts} />} />
        <Figure
          name={t('inspect.good')}
          value={format.number(good.parts)}
          note={t(`inspect.arrangement.${mostShift === null ? arrangement : 'moved'}`)}
        />
        <Figure
          name={t('inspect.windowLength')}
          value={`${format.number(windowLength)}${t('inspect.windowUnit')}`}
          note={t('inspect.windows', { count: good.windows, formatted: format.number(good.windows) })}
        />
        <Figure
          name={t('inspect.limit')}
          value={format.fixed(limits.reject, 2)}
          note={t('inspect.limitNote', { share: format.percent(inspection.falseRejectRate, 2) })}
        />
        <Figure name={t('inspect.seconds')} value={format.duration(inspection.seconds)} />
      </div>
      <FileProblems problems={problems} />
      {chosen === undefined ? (
        <EmptyState icon={IconFileOff} title={t('inspect.none.title')} text={t('inspect.none.text')} />
      ) : (
        <div className={classes.outcome}>
          <div className={classes.side}>
            <RowList
              className={classes.results}
              label={t('inspect.list')}
              rows={results}
              rowHeight={58}
              keyOf={({ path }) => path}
              chosen={chosen.path}
              onChoose={({ path }) => changeSession({ shown: path })}
              render={(result) => <ResultRow result={result} limit={limits.reject} span={span} />}
            />
            <ExportReport request={request} />
          </div>
          <div className={classes.detail}>
            <ResultView key={chosen.path} result={chosen} inspection={inspection} />
            <ScoreDistribution inspection={inspection} />
            <BuildingBlocks blocks={inspection.blocks} />
          </div>
        </div>
      )}
    </>
  );
}

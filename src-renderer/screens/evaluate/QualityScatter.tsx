import { useCallback, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { RunScores } from '../../../src-shared/contract/runs.ts';
import { decide } from '../../../src-shared/domain/decide.ts';
import { decisionSchema } from '../../../src-shared/domain/decision.ts';
import type { Decision, Limits } from '../../../src-shared/domain/decision.ts';
import { ChartCard } from '../../charts/ChartCard.tsx';
import { ScatterChart } from '../../charts/ScatterChart.tsx';
import type { ScatterGroup, ScatterPoint } from '../../charts/ScatterChart.tsx';
import { useFormat } from '../../i18n/format.ts';
import type { ShowParts } from './Figures.tsx';

export interface QualityScatterProps {
  scores: RunScores;
  limits: Limits;
  showParts: ShowParts;
  className?: string | undefined;
}

/** A table of all parts would be no alternative to a picture: it holds those that stand out. */
const tableRows = 200;

/** How alike parts are to what was expected, by two measures. */
export function QualityScatter({ scores, limits, showParts, className }: QualityScatterProps) {
  const { t } = useTranslation(['evaluate', 'common']);
  const { fixed, number } = useFormat();
  const groups = useMemo((): ScatterGroup[] => {
    const points: Record<Decision, ScatterPoint[]> = { pass: [], review: [], reject: [] };
    scores.resultIds.forEach((id, i) => {
      const x = scores.psnr[i];
      const y = scores.ssim[i];
      // A part that is exactly as expected has no finite PSNR, and no place on the chart.
      if (x === undefined || y === undefined || !Number.isFinite(x)) return;
      points[decide(scores.scores[i] ?? 0, limits)].push({ x, y, id });
    });
    return decisionSchema.options.map((decision) => ({
      key: decision,
      label: t(`common:decision.${decision}`),
      tone: decision,
      points: points[decision],
    }));
  }, [scores, limits, t]);
  const placeOf = useMemo(() => new Map(scores.resultIds.map((id, i) => [id, i])), [scores]);

  const pointText = useCallback(
    (id: number) => {
      const place = placeOf.get(id) ?? 0;
      return `${scores.names[place] ?? ''} · ${fixed(scores.psnr[place] ?? 0, 1)} dB, ${fixed(scores.ssim[place] ?? 0, 3)}`;
    },
    [scores, placeOf, fixed],
  );
  const onPick = useCallback(
    (resultIds: number[]) => showParts(t('quality.selection', { count: resultIds.length }), { resultIds }),
    [showParts, t],
  );
  const lowest = useMemo(
    () =>
      groups
        .flatMap(({ label, points }) => points.map((point) => ({ ...point, label })))
        .sort((a, b) => a.y - b.y)
        .slice(0, tableRows),
    [groups],
  );

  return (
    <ChartCard
      title={t('quality.title')}
      explanation={t('quality.explanation')}
      className={className}
      table={{
        caption: t('quality.fewest', { count: lowest.length }),
        head: [t('quality.name'), t('quality.decision'), t('quality.x'), t('quality.y')],
        rows: lowest.map(({ id, x, y, label }) => ({
          key: String(id),
          cells: [scores.names[placeOf.get(id) ?? 0] ?? '', label, fixed(x, 1), fixed(y, 3)],
          onPick: () => onPick([id]),
        })),
      }}
    >
      <ScatterChart
        description={t('quality.description', { parts: number(scores.resultIds.length) })}
        groups={groups}
        xTitle={t('quality.x')}
        yTitle={t('quality.y')}
        pointText={pointText}
        onPick={onPick}
        height={270}
      />
    </ChartCard>
  );
}

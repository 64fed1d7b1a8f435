import { Text, Tooltip } from '@mantine/core';
import { useCallback, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Evaluation } from '../../../src-shared/contract/runs.ts';
import type { Limits } from '../../../src-shared/domain/decision.ts';
import { ChartCard } from '../../charts/ChartCard.tsx';
import { LineChart } from '../../charts/LineChart.tsx';
import type { LineSeries, MarkedPoint } from '../../charts/LineChart.tsx';
import { useFormat } from '../../i18n/format.ts';
import { pointAtLimit } from './point-at-limit.ts';
import type { ShowParts } from './Figures.tsx';

type CurvePoint = NonNullable<Evaluation['figures']>['roc'][number];

export interface TradeOffCurveProps {
  /** Which of the two curves: their texts have the same keys. */
  kind: 'roc' | 'precision';
  points: readonly CurvePoint[];
  /** The figure that sums the curve up. */
  area: number;
  limits: Limits;
  showParts: ShowParts;
  className?: string | undefined;
}

const guessing = [
  { x: 0, y: 0 },
  { x: 1, y: 1 },
];

/** What every possible reject limit would do, with the present one marked. */
export function TradeOffCurve({ kind, points, area, limits, showParts, className }: TradeOffCurveProps) {
  const { t } = useTranslation('evaluate');
  const { fixed, percent } = useFormat();
  const areaText = fixed(area, 3);

  const series = useMemo((): LineSeries[] => {
    const curve: LineSeries = { key: kind, label: t(`${kind}.title`), points, tone: 'plain' };
    if (kind === 'precision') return [curve];
    return [{ key: 'guess', label: t('roc.guess'), points: guessing, tone: 'pale', dashed: true }, curve];
  }, [kind, points, t]);
  const marked = useMemo((): MarkedPoint[] => {
    const point = pointAtLimit(points, limits.reject);
    if (point === null) return [];
    const label = t('curve.now', { score: fixed(limits.reject, 2) });
    return [{ key: 'now', x: point.x, y: point.y, label, tone: 'reject' }];
  }, [points, limits.reject, t, fixed]);

  const textOf = useCallback(
    ({ x, y, threshold }: CurvePoint) =>
      t(`${kind}.point`, { limit: limitText(threshold, fixed), x: percent(x, 1), y: percent(y, 1) }),
    [kind, t, fixed, percent],
  );
  const show = useCallback(
    ({ threshold }: CurvePoint) =>
      showParts(t('curve.selection', { limit: limitText(threshold, fixed) }), {
        scores: { from: threshold },
      }),
    [showParts, t, fixed],
  );
  const pointText = useCallback(
    (_key: string, index: number) => {
      const point = points[index];
      return point === undefined ? '' : textOf(point);
    },
    [points, textOf],
  );
  const onPick = useCallback(
    (_key: string, index: number) => {
      const point = points[index];
      if (point !== undefined) show(point);
    },
    [points, show],
  );

  return (
    <ChartCard
      title={t(`${kind}.title`)}
      explanation={t(`${kind}.explanation`)}
      className={className}
      figures={
        <Tooltip label={t(`${kind}.areaExplained`)} multiline maw={260}>
          <Text size="sm" className="tabular" style={{ whiteSpace: 'nowrap' }}>
            {t(`${kind}.area`, { area: areaText })}
          </Text>
        </Tooltip>
      }
      table={{
        caption: t(`${kind}.title`),
        head: [t('curve.limit'), t(`${kind}.x`), t(`${kind}.y`)],
        rows: points.map((point, i) => ({
          key: String(i),
          cells: [limitText(point.threshold, fixed), percent(point.x, 1), percent(point.y, 1)],
          onPick: () => show(point),
        })),
      }}
    >
      <LineChart
        description={t(`${kind}.description`, { area: areaText })}
        series={series}
        marked={marked}
        xTitle={t(`${kind}.x`)}
        yTitle={t(`${kind}.y`)}
        shares
        pointText={pointText}
        onPick={onPick}
        height={250}
      />
    </ChartCard>
  );
}

/** The curve's ends belong to limits below and above all scores. */
function limitText(threshold: number, fixed: (value: number, decimals: number) => string): string {
  if (Number.isFinite(threshold)) return fixed(threshold, 2);
  return threshold > 0 ? '∞' : '−∞';
}

import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { RunScores } from '../../../src-shared/contract/runs.ts';
import type { Limits } from '../../../src-shared/domain/decision.ts';
import { binsFor, countInBins, rangeOfBin } from '../../charts/bin-values.ts';
import type { ValueRange } from '../../charts/bin-values.ts';
import { ChartCard } from '../../charts/ChartCard.tsx';
import { Histogram } from '../../charts/Histogram.tsx';
import type { HistogramSeries } from '../../charts/Histogram.tsx';
import { rangeText } from '../../charts/histogram-options.ts';
import { useFormat } from '../../i18n/format.ts';
import type { ShowParts } from './Figures.tsx';
import { truthAt, truths } from './truth.ts';
import type { Truth } from './truth.ts';

export interface ScoreHistogramProps {
  scores: RunScores;
  /** The limits by which the run is decided. */
  applied: Limits;
  /** The limits that are shown. */
  limits: Limits;
  onMove: ((limits: Limits) => void) | undefined;
  showParts: ShowParts;
  className?: string | undefined;
}

/** Scores of good, defective and unlabelled parts, with the two limits to be moved. */
export function ScoreHistogram(props: ScoreHistogramProps) {
  const { scores, applied, limits, onMove, showParts, className } = props;
  const { t } = useTranslation('evaluate');
  const { number, fixed } = useFormat();

  const series = useMemo((): (HistogramSeries & { key: Truth })[] => {
    const values: Record<Truth, number[]> = { good: [], defective: [], unlabelled: [] };
    scores.scores.forEach((score, i) => values[truthAt(scores, i)].push(score));
    return truths
      .filter((truth) => values[truth].length > 0)
      .map((truth) => ({ key: truth, label: t(`truth.${truth}`), values: values[truth], tone: truth }));
  }, [scores, t]);
  const base = useMemo(() => binsFor(scores.scores, [applied.review, applied.reject]), [scores, applied]);
  // Bins stay as they are while a limit is dragged over them, and grow when one was set to beyond.
  const beyond = limits.reject > (base.edges.at(-1) ?? 0) ? limits.reject : null;
  const bins = useMemo(
    () => (beyond === null ? base : binsFor(scores.scores, [applied.review, applied.reject, beyond])),
    [scores, applied, base, beyond],
  );
  const show = useMemo(
    () => (key: string, range: ValueRange) => {
      const truth = truths.find((known) => known === key);
      if (truth === undefined) return;
      const what = t('histogram.bar', {
        truth: t(`truth.${truth}`),
        range: rangeText(range, (value) => fixed(value, 2)),
      });
      const { from, below } = range;
      showParts(what, { truth, scores: { from, ...(below === null ? {} : { below }) } });
    },
    [fixed, showParts, t],
  );

  const counts = series.map(({ label, values }) => `${label}: ${number(values.length)}`).join(', ');
  const columns = series.map(({ values }) => countInBins(values, bins));
  const rows = bins.edges.slice(0, -1).flatMap((_, bin) => {
    if (columns.every((column) => column[bin] === 0)) return [];
    const range = rangeOfBin(bins, bin);
    const { from, below } = range;
    const name = rangeText(range, (value) => fixed(value, 2));
    return [
      {
        key: String(bin),
        cells: [name, ...columns.map((column) => number(column[bin] ?? 0))],
        onPick: () =>
          showParts(`${t('histogram.range')} ${name}`, {
            scores: { from, ...(below === null ? {} : { below }) },
          }),
      },
    ];
  });

  return (
    <ChartCard
      title={t('histogram.title')}
      explanation={t('histogram.explanation')}
      table={{
        caption: t('histogram.title'),
        head: [t('histogram.range'), ...series.map(({ label }) => label)],
        rows,
      }}
      className={className}
    >
      <Histogram
        description={t('histogram.description', {
          review: fixed(limits.review, 2),
          reject: fixed(limits.reject, 2),
          counts,
        })}
        series={series}
        valueTitle={t('score')}
        limits={limits}
        {...(onMove === undefined ? {} : { onLimitsChange: onMove })}
        bins={bins}
        onPick={show}
        height={{ least: 120 + 90 * series.length }}
      />
    </ChartCard>
  );
}

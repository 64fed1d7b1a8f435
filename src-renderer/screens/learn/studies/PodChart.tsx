import { Text } from '@mantine/core';
import type { ChartOptions } from 'chart.js';
import { useMemo } from 'react';
import { Scatter } from 'react-chartjs-2';
import { useTranslation } from 'react-i18next';
import type { DetectionStudy, Pod } from '../../../../src-shared/domain/study.ts';
import { axis, tooltip } from '../../../charts/chart-options.ts';
import { useChartTheme } from '../../../charts/chart-theme.ts';
import '../../../charts/register-charts.ts';
import { useFormat } from '../../../i18n/format.ts';
import classes from './PodChart.module.css';
import type { SizeWords } from './size-words.ts';

interface PodChartProps {
  title: string;
  /** Of one kind of defect: at most a clear and a faint one. */
  pods: readonly Pod[];
  range: Pick<DetectionStudy, 'smallest' | 'largest'>;
  words: SizeWords;
}

const faintDash = [5, 3];

/** How often one kind of defect is found, by its size: curves, their lower bounds, and the size found surely. */
export function PodChart({ title, pods, range, words }: PodChartProps) {
  const { t } = useTranslation('study');
  const theme = useChartTheme();
  const format = useFormat();
  const { perPixel, tick } = words;
  const data = useMemo(() => {
    const points = (curve: Pod['curve']) =>
      curve.map(({ size, probability }) => ({ x: size * perPixel, y: probability }));
    const line = { showLine: true, pointRadius: 0, pointHitRadius: 8, clip: 3 as const };
    return {
      datasets: pods.flatMap(({ contrast, curve, bound, a90At95 }) => [
        {
          ...line,
          label: t(contrast === null ? 'see.plain' : `see.${contrast}`),
          data: points(curve),
          borderColor: theme.tones.plain,
          backgroundColor: theme.tones.plain,
          borderWidth: 2,
          borderDash: contrast === 'faint' ? faintDash : [],
        },
        {
          ...line,
          label: t('see.bound'),
          data: points(bound),
          borderColor: theme.tones.pale,
          backgroundColor: theme.tones.pale,
          borderWidth: 1,
        },
        {
          label: t('see.ninetySure'),
          data: a90At95 === null ? [] : [{ x: a90At95 * perPixel, y: 0.9 }],
          borderColor: theme.surface,
          backgroundColor: theme.tones.plain,
          pointRadius: 5,
        },
      ]),
    };
  }, [pods, perPixel, theme, t]);
  const options = useMemo(
    (): ChartOptions<'scatter'> => ({
      layout: { padding: { top: 6, right: 8 } },
      interaction: { mode: 'nearest', axis: 'xy', intersect: false },
      scales: {
        x: {
          ...axis(theme, undefined),
          type: 'logarithmic',
          min: range.smallest * perPixel,
          max: range.largest * perPixel,
          ticks: { ...axis(theme, '').ticks, maxTicksLimit: 6, callback: (value) => tick(Number(value)) },
        },
        y: {
          ...axis(theme, undefined),
          type: 'linear',
          min: 0,
          max: 1,
          afterBuildTicks: (scale) => {
            scale.ticks = [0, 0.5, 0.9].map((value) => ({ value }));
          },
          ticks: { ...axis(theme, '').ticks, callback: (value) => format.percent(Number(value)) },
        },
      },
      plugins: {
        legend: { display: false },
        tooltip: {
          ...tooltip(theme),
          callbacks: {
            label: ({ dataset, parsed }) =>
              ` ${dataset.label ?? ''}: ${words.size((parsed.x ?? 0) / perPixel)}, ${format.percent(parsed.y ?? 0)}`,
          },
        },
      },
    }),
    [format, perPixel, range, theme, tick, words],
  );
  const sure = pods.map(({ a90At95 }) => a90At95).filter((size) => size !== null);
  const sentence =
    sure.length === 0
      ? t('see.unsure')
      : t('see.sure', { size: sure.map((size) => words.size(size)).join(', ') });
  return (
    <figure className={classes.figure}>
      <Text component="figcaption" size="sm" fw={550}>
        {title}
      </Text>
      <div className={classes.chart}>
        <Scatter
          role="img"
          aria-label={t('see.description', { kind: title, sentence })}
          data={data}
          options={options}
        />
      </div>
    </figure>
  );
}

/** What the lines of the charts mean. */
export function PodLegend() {
  const { t } = useTranslation('study');
  const theme = useChartTheme();
  const lines = [
    { label: t('see.clear'), colour: theme.tones.plain, width: 2, dash: undefined },
    { label: t('see.faint'), colour: theme.tones.plain, width: 2, dash: faintDash.join(' ') },
    { label: t('see.bound'), colour: theme.tones.pale, width: 1, dash: undefined },
  ];
  return (
    <div className={classes.legend}>
      {lines.map(({ label, colour, width, dash }) => (
        <span key={label}>
          <svg width="26" height="8" aria-hidden>
            <line x1="0" y1="4" x2="26" y2="4" stroke={colour} strokeWidth={width} strokeDasharray={dash} />
          </svg>
          {label}
        </span>
      ))}
      <span>
        <svg width="10" height="10" aria-hidden>
          <circle cx="5" cy="5" r="4" fill={theme.tones.plain} />
        </svg>
        {t('see.ninetySure')}
      </span>
    </div>
  );
}

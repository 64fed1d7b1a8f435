import { useMemo } from 'react';
import type { ChartOptions } from 'chart.js';
import { Line } from 'react-chartjs-2';
import { useTranslation } from 'react-i18next';
import { axis, tooltip } from '../../charts/chart-options.ts';
import { useChartTheme } from '../../charts/chart-theme.ts';
import { useFormat } from '../../i18n/format.ts';
import '../../charts/register-charts.ts';
import classes from './ObjectiveChart.module.css';
import { remainingShares } from './progress/objective.ts';

export interface ObjectiveChartProps {
  /** For each scale, finest first, the mean squared residual norm per patch after each pass. */
  objectives: readonly (readonly number[])[];
}

/** How what is left unexplained falls from pass to pass: one line for each scale, told apart by dash and brightness. */
export function ObjectiveChart({ objectives }: ObjectiveChartProps) {
  const { t } = useTranslation('learn');
  const theme = useChartTheme();
  const format = useFormat();
  const lines = useMemo(
    () =>
      objectives.map((objective, scale) => ({
        label: t('progress.scale', { scale: scale + 1 }),
        data: remainingShares(objective).map((share, pass) => ({ x: pass + 1, y: share * 100 })),
        borderColor: theme.tones.plain,
        backgroundColor: theme.tones.plain,
        borderDash: dashes[scale % dashes.length] ?? [],
        borderWidth: 2,
        pointRadius: 2,
        // The first and the last point lie on the edge, and are to be seen whole.
        clip: false as const,
      })),
    [objectives, t, theme],
  );
  const options = useMemo(
    (): ChartOptions<'line'> => ({
      interaction: { mode: 'nearest', intersect: false },
      scales: {
        x: {
          ...axis(theme, t('progress.pass')),
          type: 'linear',
          min: 1,
          ticks: { ...axis(theme, '').ticks, precision: 0 },
        },
        y: { ...axis(theme, '%'), type: 'linear', suggestedMax: 100 },
      },
      plugins: {
        legend: { display: false },
        tooltip: {
          ...tooltip(theme),
          callbacks: {
            title: ([item]) => item?.dataset.label ?? '',
            label: ({ parsed: { x, y } }) =>
              ` ${t('progress.pass')} ${format.number(x ?? 0)}: ${format.percent((y ?? 0) / 100, 1)}`,
          },
        },
      },
    }),
    [format, t, theme],
  );
  return (
    <div>
      <div className={classes.chart}>
        <Line role="img" aria-label={t('progress.curve')} data={{ datasets: lines }} options={options} />
      </div>
      <div className={classes.legend}>
        {objectives.map((objective, scale) => (
          <span key={scale} className={classes.entry}>
            <svg width="28" height="8" aria-hidden>
              <line
                x1="0"
                y1="4"
                x2="28"
                y2="4"
                stroke={theme.tones.plain}
                strokeWidth="2"
                strokeDasharray={dashes[scale % dashes.length]?.join(' ')}
              />
            </svg>
            {t('progress.scale', { scale: scale + 1 })}
            {objective.length > 0 && (
              <span className={classes.last}>{format.percent(remainingShares(objective).at(-1) ?? 0)}</span>
            )}
          </span>
        ))}
      </div>
    </div>
  );
}

const dashes = [[], [6, 3], [2, 2], [8, 3, 2, 3], [1, 4]];

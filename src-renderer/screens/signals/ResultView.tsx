import { Skeleton, Stack, Text, alpha } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { readArray } from '../../app/read-array.ts';
import { ChartCard } from '../../charts/ChartCard.tsx';
import { useChartTheme } from '../../charts/chart-theme.ts';
import { Legend } from '../../charts/Legend.tsx';
import { SignalChart, bandColour } from '../../charts/SignalChart.tsx';
import type { SignalLine } from '../../charts/SignalChart.tsx';
import { DecisionBadge } from '../../components/DecisionBadge.tsx';
import { Problem } from '../../components/Problem.tsx';
import { useFormat } from '../../i18n/format.ts';
import { placeOfSample, pointPlaces, withUnit } from './signal-axis.ts';
import type { InspectedSignal, ReadInspection } from './use-inspection.ts';

export interface ResultViewProps {
  result: InspectedSignal;
  inspection: ReadInspection;
}

/** A part's signal over the one that good parts would have, and how rarely a good part looks like this there. */
export function ResultView({ result, inspection }: ResultViewProps) {
  const { t } = useTranslation('signals');
  const format = useFormat();
  const theme = useChartTheme();
  const { name, path, series, usual, time, reducedBy, marks, samples, shift, decision } = result;
  const { column, unit, markFrom } = inspection;
  const read = useQuery({
    queryKey: ['signal series', path, series, usual],
    queryFn: async () => ({
      grid: await readArray(series),
      range: usual === null ? null : await readArray(usual),
    }),
    staleTime: Infinity,
  });
  const { grid, range = null } = read.data ?? {};
  const places = useMemo(
    () => (grid === undefined ? null : pointPlaces(grid.width, reducedBy, time)),
    [grid, reducedBy, time],
  );
  const rows = useMemo(() => {
    if (grid === undefined) return null;
    const row = (i: number) => grid.data.subarray(i * grid.width, (i + 1) * grid.width);
    const signal: SignalLine[] = [
      { key: 'measured', label: t('chart.measured'), tone: 'plain', values: row(0) },
      { key: 'rebuilt', label: t('chart.rebuilt'), tone: 'defective', values: row(1) },
    ];
    const rarity: SignalLine[] = [{ key: 'rarity', label: t('chart.rarity'), tone: 'plain', values: row(2) }];
    return { signal, rarity };
  }, [grid, t]);
  const band = useMemo(
    () =>
      range === null
        ? undefined
        : { lowest: range.data.subarray(0, range.width), highest: range.data.subarray(range.width) },
    [range],
  );
  const shaded = useMemo(
    () => marks.map(({ from, to }) => ({ from: placeOfSample(from, time), to: placeOfSample(to, time) })),
    [marks, time],
  );
  const xTitle = time === null ? t('chart.sample') : withUnit(time.name, time.unit);
  return (
    <ChartCard
      title={name}
      explanation={t(usual === null ? 'inspect.explained' : 'inspect.explainedUsual')}
      figures={<DecisionBadge decision={decision} size="sm" />}
    >
      {read.error !== null && <Problem error={read.error} />}
      {(rows === null || places === null) && read.error === null && <Skeleton height={440} />}
      {rows !== null && places !== null && (
        <>
          <SignalChart
            description={t('inspect.description', { name, count: marks.length })}
            places={places}
            end={placeOfSample(samples - 1, time)}
            lines={rows.signal}
            {...(band && { band })}
            shaded={shaded}
            yTitle={withUnit(column, unit)}
            height={256}
          />
          <SignalChart
            description={t('inspect.rarityDescription', { name })}
            places={places}
            end={placeOfSample(samples - 1, time)}
            lines={rows.rarity}
            shaded={shaded}
            level={markFrom}
            xTitle={xTitle}
            yTitle={t('chart.rarity')}
            fromZero
            height={130}
          />
          <Legend
            entries={[
              ...rows.signal.map(({ key, label, tone }) => ({
                key,
                label,
                colour: theme.tones[tone],
                shape: 'line' as const,
              })),
              ...(band === undefined
                ? []
                : [
                    {
                      key: 'usual',
                      label: t('chart.usual'),
                      colour: bandColour(theme),
                      shape: 'area' as const,
                    },
                  ]),
              {
                key: 'mark',
                label: t('chart.marked'),
                colour: alpha(theme.tones.reject, 0.35),
                shape: 'area' as const,
              },
            ]}
          />
          <Stack gap={2}>
            <Text size="sm">
              {marks.length === 0
                ? t('inspect.noMarks')
                : t('inspect.marks', {
                    count: marks.length,
                    places: shaded
                      .slice(0, 6)
                      .map(({ from, to }) => `${format.number(from, 3)}–${format.number(to, 3)}`)
                      .join(', '),
                    unit: time?.unit ?? '',
                  })}
            </Text>
            {shift !== null && shift !== 0 && (
              <Text size="sm" c="dimmed">
                {t(shift > 0 ? 'inspect.later' : 'inspect.earlier', {
                  by: format.number(placeOfSample(Math.abs(shift), time), 3),
                  unit: time === null ? t('inspect.windowUnit').trim() : (time.unit ?? ''),
                })}
              </Text>
            )}
          </Stack>
        </>
      )}
    </ChartCard>
  );
}

import { useTranslation } from 'react-i18next';
import type { Limits } from '../../src-shared/domain/decision.ts';
import { useFormat } from '../i18n/format.ts';
import classes from './Histogram.module.css';
import { LimitHandle } from './LimitHandle.tsx';
import type { PlotGeometry } from './plot-geometry.ts';

export interface HistogramLimitsProps {
  limits: Limits;
  /** Of the axis of values. */
  min: number;
  max: number;
  geometry: PlotGeometry;
  /** Limits stay where they are without it. */
  onChange: ((limits: Limits) => void) | undefined;
}

/** Each handle's label has a row of its own: close limits must not write over each other. */
const rowHeight = 23;
/** In pixels: about what the label of a handle needs beside its line. */
const labelRoom = 126;

/** The two limits over a histogram, and what lies beyond them tinted. */
export function HistogramLimits({ limits, min, max, geometry, onChange }: HistogramLimitsProps) {
  const { t } = useTranslation('evaluate');
  const { fixed } = useFormat();
  const { left, right, top, bottom } = geometry;
  const scale = (right - left) / (max - min);
  const xOf = (value: number) => left + (Math.min(max, Math.max(min, value)) - min) * scale;
  const x = { review: Math.min(xOf(limits.review), xOf(limits.reject)), reject: xOf(limits.reject) };
  const handleTop = Math.max(0, top - 2 * rowHeight);

  return (
    <>
      <div
        className={classes.zone}
        data-kind="review"
        style={{ left: x.review, width: x.reject - x.review, top, height: bottom - top }}
      />
      <div
        className={classes.zone}
        data-kind="reject"
        style={{ left: x.reject, width: right - x.reject, top, height: bottom - top }}
      />
      <LimitHandle
        kind="review"
        name={t('charts.reviewLimit')}
        text={t('charts.reviewFrom', { score: fixed(limits.review, 2) })}
        value={limits.review}
        min={min}
        max={limits.reject}
        x={x.review}
        side={x.review < labelRoom ? 'end' : 'start'}
        scale={scale}
        top={handleTop + rowHeight}
        height={bottom - handleTop - rowHeight}
        onMove={onChange && ((review) => onChange({ ...limits, review }))}
      />
      <LimitHandle
        kind="reject"
        name={t('charts.rejectLimit')}
        text={t('charts.rejectFrom', { score: fixed(limits.reject, 2) })}
        value={limits.reject}
        min={limits.review}
        max={max}
        x={x.reject}
        side={right - x.reject < labelRoom ? 'start' : 'end'}
        scale={scale}
        top={handleTop}
        height={bottom - handleTop}
        onMove={onChange && ((reject) => onChange({ ...limits, reject }))}
      />
    </>
  );
}

import type { Chart, Plugin } from 'chart.js';
import { useMemo, useState } from 'react';

/** Where a chart has drawn its axes, in pixels of its box; for what is laid over it. */
export interface PlotGeometry {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  /** Top and bottom of each vertical axis, by its id. */
  readonly panels: Readonly<Record<string, { readonly top: number; readonly bottom: number }>>;
}

function geometryOf({ chartArea, scales }: Chart): PlotGeometry {
  const { left, right, top, bottom } = chartArea;
  const panels: Record<string, { top: number; bottom: number }> = {};
  for (const [id, scale] of Object.entries(scales)) {
    if (scale.axis === 'y') panels[id] = { top: scale.top, bottom: scale.bottom };
  }
  return { left, right, top, bottom, panels };
}

/** A chart plugin that tells where things are whenever the chart was laid out, and what it told last. */
export function usePlotGeometry(id: string): [PlotGeometry | null, Plugin] {
  const [geometry, setGeometry] = useState<PlotGeometry | null>(null);
  const plugin = useMemo<Plugin>(
    () => ({
      id: `geometry-${id}`,
      afterRender(chart) {
        const next = geometryOf(chart);
        setGeometry((last) => (JSON.stringify(last) === JSON.stringify(next) ? last : next));
      },
    }),
    [id],
  );
  return [geometry, plugin];
}

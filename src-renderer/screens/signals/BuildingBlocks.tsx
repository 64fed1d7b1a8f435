import { useTranslation } from 'react-i18next';
import { ChartCard } from '../../charts/ChartCard.tsx';
import { useFormat } from '../../i18n/format.ts';
import { curvePath, curveSize } from './block-curve.ts';
import classes from './SignalsScreen.module.css';
import type { ReadInspection } from './use-inspection.ts';

/** Those that few windows use say little. */
const mostShown = 24;

/** The shapes that good signals are put together from, most used first. */
export function BuildingBlocks({ blocks: { grid, usage } }: { blocks: ReadInspection['blocks'] }) {
  const { t } = useTranslation('signals');
  const format = useFormat();
  const shown = usage.slice(0, mostShown);
  return (
    <ChartCard title={t('blocks.title')} explanation={t('blocks.text')}>
      <ul className={classes.blocks}>
        {shown.map((share, block) => (
          <li key={block}>
            <svg
              viewBox={`0 0 ${curveSize.width} ${curveSize.height}`}
              preserveAspectRatio="none"
              role="img"
              aria-label={t('blocks.block', { place: block + 1, share: format.percent(share) })}
            >
              <line x1="0" x2={curveSize.width} y1={curveSize.height / 2} y2={curveSize.height / 2} />
              <path d={curvePath(grid.data.subarray(block * grid.width, (block + 1) * grid.width))} />
            </svg>
            <span className="tabular">{format.percent(share)}</span>
          </li>
        ))}
      </ul>
    </ChartCard>
  );
}

import { Fragment, useMemo } from 'react';
import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { NumberGrid } from '../../../app/read-array.ts';
import { useFormat } from '../../../i18n/format.ts';
import classes from './ExplainPanel.module.css';
import { detailWord } from './indicator-words.ts';
import { PatchImage } from './PatchImage.tsx';
import type { ShownExplanation, ShownScale } from './read-explanation.ts';
import { valueRange } from './value-range.ts';

/** Edge of an enlarged patch, in CSS pixels. */
const side = 76;

/** What is there, what is expected, what of it cannot be rebuilt and what the most similar good part has, per scale. */
export function ClosePatches({ scales, nearest }: Pick<ShownExplanation, 'scales' | 'nearest'>) {
  const { t } = useTranslation('part');
  return (
    <>
      <div className={classes.patches}>
        {[t('explain.found'), t('explain.rebuilt'), t('explain.missing'), t('explain.nearest')].map(
          (heading) => (
            <span key={heading} className={classes.heading}>
              {heading}
            </span>
          ),
        )}
        {scales.map((one, i) => (
          <ScaleRow key={one.scale} shown={one} nearest={i === 0 ? (nearest?.patch ?? null) : null} />
        ))}
      </div>
      {nearest === null ? (
        <Text size="xs" c="dimmed">
          {t('explain.nearestGone')}
        </Text>
      ) : (
        <Text size="xs" c="dimmed" truncate>
          {t('explain.nearest')}: {nearest.name}
        </Text>
      )}
    </>
  );
}

function ScaleRow({ shown, nearest }: { shown: ShownScale; nearest: NumberGrid | null }) {
  const { t } = useTranslation('part');
  const format = useFormat();
  const { found, rebuilt } = shown;
  const missing = useMemo(
    () => ({ ...found, data: found.data.map((value, i) => Math.abs(value - (rebuilt.data[i] ?? 0))) }),
    [found, rebuilt],
  );
  // One scale of grey for all, so that a difference that is seen is one.
  const range = valueRange(found.data, rebuilt.data, ...(nearest === null ? [] : [nearest.data]));
  const scale = t(`explain.${detailWord(shown.scale)}`);
  const patch = (grid: NumberGrid, what: string, limits = range) => (
    <PatchImage grid={grid} {...limits} side={side} alt={t('explain.patchAlt', { what, scale })} />
  );
  return (
    <Fragment>
      {patch(found, t('explain.found'))}
      {patch(rebuilt, t('explain.rebuilt'))}
      {patch(missing, t('explain.missing'), { low: 0, high: range.high - range.low })}
      {nearest === null ? <span /> : patch(nearest, t('explain.nearest'))}
      <span className={classes.caption}>
        {scale}
        {' · '}
        {t('explain.notRebuilt', { share: format.percent(shown.residual, 1) })}
      </span>
    </Fragment>
  );
}

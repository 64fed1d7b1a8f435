import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import type { ResultDetail } from '../../../../src-shared/contract/results.ts';
import { useEngine } from '../../../app/engine.ts';
import { useFormat } from '../../../i18n/format.ts';
import type { NumberGrid } from '../../../app/read-array.ts';
import type { ValueStore } from '../../../viewer/value-store.ts';
import type { Extent, Point } from '../../../viewer/viewport.ts';
import { usePartMap } from '../use-part-map.ts';
import { useRarity } from '../use-rarity.ts';
import classes from './ReadOut.module.css';

/** The pixel under the pointer or the cross: where it is, what the file says, and how rarely good parts look like it. */
export function ReadOut({ detail, pointer }: { detail: ResultDetail; pointer: ValueStore<Point | null> }) {
  const { t } = useTranslation('part');
  const format = useFormat();
  const rarity = useRarity();
  const at = useSyncExternalStore(pointer.subscribe, pointer.get);
  const { data: evidence } = usePartMap('evidence', detail.id, true);
  const there = at === null || evidence === undefined ? null : valueAt(evidence, at, detail.imageSize);
  return (
    <div className={classes.line} role="group" aria-label={t('readOut.label')}>
      {at === null ? (
        <span className={classes.hint}>{t('readOut.hint')}</span>
      ) : (
        <>
          <span className={classes.place}>
            {t('readOut.place', { x: format.number(at.x), y: format.number(at.y) })}
          </span>
          <PixelValue imageId={detail.imageId} at={at} />
          {there !== null && <span className={classes.rarity}>{rarity(there)}</span>}
        </>
      )}
    </div>
  );
}

function PixelValue({ imageId, at }: { imageId: number; at: Point }) {
  const { t } = useTranslation('part');
  const { orpc } = useEngine();
  // Pixels that the pointer only passes over are not asked for.
  const [settled] = useDebouncedValue(at, 40);
  const { data, isPlaceholderData } = useQuery(
    orpc.pictures.pixel.queryOptions({
      input: { imageId, ...settled },
      placeholderData: keepPreviousData,
      staleTime: Infinity,
      gcTime: 5000,
      retry: false,
    }),
  );
  if (data === undefined) return <span className={classes.value} />;
  const [red = 0, green = 0, blue = 0] = data.values;
  const isGrey = data.values.length === 1 || (red === green && green === blue);
  return (
    <span className={classes.value} data-stale={isPlaceholderData || settled !== at || undefined}>
      {isGrey ? t('readOut.grey', { value: red }) : t('readOut.colour', { red, green, blue })}{' '}
      <span className={classes.hint}>{t('readOut.ofRange', { largest: 2 ** data.bitDepth - 1 })}</span>
    </span>
  );
}

function valueAt(map: NumberGrid, at: Point, picture: Extent): number | null {
  const x = Math.floor(((at.x + 0.5) * map.width) / picture.width);
  const y = Math.floor(((at.y + 0.5) * map.height) / picture.height);
  return map.data[y * map.width + x] ?? null;
}

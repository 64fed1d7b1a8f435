import { Skeleton, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ResultDetail } from '../../../../src-shared/contract/results.ts';
import type { NumberGrid } from '../../../app/read-array.ts';
import { usePartMap } from '../use-part-map.ts';
import { crop } from './crop.ts';
import classes from './ExplainPanel.module.css';
import { PatchImage } from './PatchImage.tsx';
import type { ShownExplanation } from './read-explanation.ts';
import { valueRange } from './value-range.ts';

/** Edge of an enlarged place, in CSS pixels. */
const side = 106;

interface Props {
  readonly detail: ResultDetail;
  readonly box: ShownExplanation['box'];
  readonly nearest: ShownExplanation['nearest'];
}

/** The same square on the part, on what a good part would have looked like, and on the good part that is most alike. */
export function ClosePatches({ detail, box, nearest }: Props) {
  const { t } = useTranslation('part');
  const part = usePartMap('part', detail.id, true);
  const expected = usePartMap('expected', detail.id, true);
  const cut = (map: NumberGrid | undefined) => (map === undefined ? null : crop(map, box, detail.imageSize));
  const shown = [
    { name: t('explain.found'), grid: cut(part.data), pending: part.isPending },
    { name: t('explain.rebuilt'), grid: cut(expected.data), pending: expected.isPending },
    { name: t('explain.nearest'), grid: nearest?.patch ?? null, pending: false },
  ];
  // One scale of grey for all, so that a difference that is seen is one.
  const range = valueRange(...shown.flatMap(({ grid }) => (grid === null ? [] : [grid.data])));
  return (
    <>
      <div className={classes.close}>
        {shown.map(({ name, grid, pending }) => (
          <figure key={name} aria-busy={pending}>
            {grid !== null && <PatchImage grid={grid} {...range} side={side} alt={name} />}
            {grid === null && pending && <Skeleton width={side} height={side} />}
            {grid === null && !pending && (
              <div className={classes.noPatch} style={{ width: side, height: side }} />
            )}
            <figcaption>{name}</figcaption>
          </figure>
        ))}
      </div>
      <Text size="xs" c="dimmed" truncate>
        {nearest === null ? t('explain.nearestGone') : t('explain.nearestName', { name: nearest.name })}
      </Text>
    </>
  );
}

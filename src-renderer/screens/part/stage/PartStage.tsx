import { useQuery } from '@tanstack/react-query';
import { useCallback, useEffect, useId, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Loader, VisuallyHidden } from '@mantine/core';
import type { ResultDetail } from '../../../../src-shared/contract/results.ts';
import type { DefectRegion } from '../../../../src-shared/domain/region.ts';
import { useEngine } from '../../../app/engine.ts';
import { BlobImage } from '../../../components/BlobImage.tsx';
import { paintCross } from '../../../viewer/marks.ts';
import { Minimap } from '../../../viewer/Minimap.tsx';
import { PictureStage } from '../../../viewer/PictureStage.tsx';
import { ScaleBar } from '../../../viewer/ScaleBar.tsx';
import type { ValueStore } from '../../../viewer/value-store.ts';
import type { ViewStore } from '../../../viewer/view-store.ts';
import { pixelAt } from '../../../viewer/viewport.ts';
import type { Point } from '../../../viewer/viewport.ts';
import type { Display } from '../display.ts';
import type { PickedPlace } from '../explain/use-explanation.ts';
import type { ShownPicture } from '../shown-picture.ts';
import { DifferenceScale } from './DifferenceScale.tsx';
import classes from './PartStage.module.css';
import { PictureProblem } from './PictureProblem.tsx';
import { useMarkPainters } from './use-mark-painters.ts';
import { usePicturePainters } from './use-picture-painters.ts';

interface PartStageProps {
  readonly detail: ResultDetail;
  readonly view: ViewStore;
  readonly display: Display;
  readonly shown: ShownPicture;
  /** Evidence above which the heat map is coloured, where only that is asked for. */
  readonly limit: number;
  readonly outlineLimit: number | null;
  readonly chosen: DefectRegion | null;
  readonly picked: PickedPlace | null;
  readonly pointer: ValueStore<Point | null>;
  readonly onPick: (place: Point) => void;
}

/** The part with what was found on it. */
export function PartStage(props: PartStageProps) {
  const { detail, view, display, shown, limit, outlineLimit, chosen, picked, pointer, onPick } = props;
  const { t } = useTranslation('part');
  const keysId = useId();
  const [cross, setCross] = useState(false);
  const { painters, problem, retry, waiting, differenceHigh } = usePicturePainters({
    detail,
    view,
    display,
    shown,
    limit,
  });
  const marks = useMarkPainters({ detail, outlineLimit, shown: display.outlines, chosen, picked });

  const place = useCallback(
    (at: Point | null) => (at === null ? null : pixelAt(view.get().viewport, at, view.get().picture)),
    [view],
  );
  const onHover = useCallback((at: Point | null) => pointer.set(place(at)), [place, pointer]);
  const pick = useCallback(
    (at: Point) => {
      const pixel = place(at);
      if (pixel !== null) onPick(pixel);
    },
    [onPick, place],
  );

  // With the keyboard, the pixel under the cross is the one that is read.
  useEffect(() => {
    if (!cross) return undefined;
    const read = () => {
      const { stage } = view.get();
      onHover({ x: stage.width / 2, y: stage.height / 2 });
    };
    read();
    return view.subscribe(read);
  }, [cross, onHover, view]);

  return (
    <PictureStage
      view={view}
      pictures={painters}
      marks={useMemo(() => (cross ? [...marks, paintCross] : marks), [cross, marks])}
      label={t('stage.label', { name: detail.name })}
      describedBy={keysId}
      onPick={pick}
      onHover={onHover}
      onCross={setCross}
    >
      <VisuallyHidden id={keysId}>{t('stage.keys')}</VisuallyHidden>
      <Minimap view={view} label={t('zoom.minimap')}>
        <Thumbnail imageId={detail.imageId} />
      </Minimap>
      <ScaleBar view={view} />
      {shown === 'difference' && differenceHigh !== null && <DifferenceScale high={differenceHigh} />}
      {waiting && (
        <div className={classes.waiting} role="status">
          <Loader size="xs" color="white" />
          {t(shown === 'part' ? 'loading' : 'layer.loading')}
        </div>
      )}
      {problem !== null && <PictureProblem detail={detail} error={problem} retry={retry} />}
    </PictureStage>
  );
}

function Thumbnail({ imageId }: { imageId: number }) {
  const { orpc } = useEngine();
  const { data } = useQuery(
    orpc.images.thumbnail.queryOptions({ input: { imageId, side: 256 }, staleTime: Infinity, retry: false }),
  );
  return <BlobImage blob={data} alt="" className={classes.thumbnail} />;
}

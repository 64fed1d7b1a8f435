import { IconCopy, IconFileAlert, IconFileUnknown } from '@tabler/icons-react';
import { memo, useEffect, useState } from 'react';
import type { ImageRow } from '../../../../src-shared/contract/images.ts';
import styles from './ImageGrid.module.css';
import { LabelMark } from './LabelMark.tsx';
import { Thumbnail } from './Thumbnail.tsx';
import type { TileTexts } from './use-tile-texts.ts';

interface ImageTileProps {
  place: number;
  column: number;
  /** Undefined until its row has arrived. */
  image: ImageRow | undefined;
  selected: boolean;
  /** Whether the Tab key leads here. */
  focusable: boolean;
  width: number;
  /** Edge of the picture's square. */
  side: number;
  texts: TileTexts;
}

/** One image in the grid. It renders anew only when something that is seen of it changes. */
export const ImageTile = memo(function ImageTile(props: ImageTileProps) {
  const { place, column, image, selected, focusable, width, side, texts } = props;
  return (
    <div
      role="gridcell"
      className={styles.tile}
      style={{ width }}
      aria-colindex={column + 1}
      aria-selected={selected}
      aria-busy={image === undefined}
      tabIndex={focusable ? 0 : -1}
      data-place={place}
    >
      <div className={styles.card}>
        <div className={styles.picture} style={{ height: side }}>
          {image !== undefined && <Picture image={image} side={side} />}
        </div>
        {image === undefined ? (
          <span className={styles.caption}>{texts.loading}</span>
        ) : (
          <Caption image={image} texts={texts} />
        )}
      </div>
    </div>
  );
});

/** An image that is scrolled past sooner is never asked for. */
const settleMilliseconds = 70;

function Picture({ image, side }: { image: ImageRow; side: number }) {
  const [settled, setSettled] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(true), settleMilliseconds);
    return () => clearTimeout(timer);
  }, []);
  if (image.state === 'ok')
    return settled ? <Thumbnail imageId={image.id} side={side} /> : <span aria-busy />;
  const Icon = image.state === 'missing' ? IconFileUnknown : IconFileAlert;
  return <Icon className={styles.problem} size={Math.min(48, side / 3)} stroke={1.5} aria-hidden />;
}

function Caption({ image, texts }: { image: ImageRow; texts: TileTexts }) {
  return (
    <>
      <span className={styles.caption} title={image.name}>
        {image.name}
      </span>
      <span className={styles.label}>
        <LabelMark label={image.label} />
        <span className={styles.labelName}>{texts.labelName(image.label)}</span>
        {image.state !== 'ok' && <span className={styles.flag}>{texts[image.state]}</span>}
        {image.duplicateOf !== null && (
          <span className={styles.flag}>
            <IconCopy size={12} aria-hidden /> {texts.duplicate}
          </span>
        )}
      </span>
    </>
  );
}

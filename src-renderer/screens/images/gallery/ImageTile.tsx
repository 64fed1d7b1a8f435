import { IconCopy, IconFileAlert, IconFileUnknown } from '@tabler/icons-react';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import type { ImageRow } from '../../../../src-shared/contract/images.ts';
import { useLabelName } from '../use-label-name.ts';
import styles from './ImageGrid.module.css';
import { LabelMark } from './LabelMark.tsx';
import { Thumbnail } from './Thumbnail.tsx';

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
}

/** One image in the grid. It renders anew only when something that is seen of it changes. */
export const ImageTile = memo(function ImageTile(props: ImageTileProps) {
  const { place, column, image, selected, focusable, width, side } = props;
  const { t } = useTranslation('images');
  return (
    <div
      role="gridcell"
      className={styles.tile}
      style={{ width }}
      aria-colindex={column + 1}
      aria-selected={selected}
      tabIndex={focusable ? 0 : -1}
      data-place={place}
    >
      <div className={styles.card}>
        <div className={styles.picture} style={{ height: side }}>
          {image !== undefined && <Picture image={image} side={side} />}
        </div>
        {image === undefined ? (
          <span className={styles.caption}>{t('grid.loading')}</span>
        ) : (
          <Caption image={image} />
        )}
      </div>
    </div>
  );
});

function Picture({ image, side }: { image: ImageRow; side: number }) {
  if (image.state === 'ok') return <Thumbnail imageId={image.id} side={side} />;
  const Icon = image.state === 'missing' ? IconFileUnknown : IconFileAlert;
  return <Icon className={styles.problem} size={Math.min(48, side / 3)} stroke={1.5} aria-hidden />;
}

function Caption({ image }: { image: ImageRow }) {
  const { t } = useTranslation('images');
  const labelName = useLabelName();
  return (
    <>
      <span className={styles.caption} title={image.name}>
        {image.name}
      </span>
      <span className={styles.label} data-label={image.label ?? ''}>
        <LabelMark label={image.label} />
        <span className={styles.labelName}>{labelName(image.label)}</span>
        {image.state !== 'ok' && <span className={styles.flag}>{t(`grid.${image.state}`)}</span>}
        {image.duplicateOf !== null && (
          <span className={styles.flag}>
            <IconCopy size={12} aria-hidden /> {t('grid.duplicate')}
          </span>
        )}
      </span>
    </>
  );
}

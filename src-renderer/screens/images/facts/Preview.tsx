import { IconFileAlert, IconFileUnknown } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { ImageRow } from '../../../../src-shared/contract/images.ts';
import { Thumbnail } from '../gallery/Thumbnail.tsx';
import styles from './FactsPanel.module.css';

/** Edge of the picture in CSS pixels: as wide as the panel. */
const previewSide = 360;

export function Preview({ image }: { image: ImageRow }) {
  const { t } = useTranslation('images');
  const Icon = image.state === 'missing' ? IconFileUnknown : IconFileAlert;
  return (
    <div className={styles.preview}>
      {image.state === 'ok' ? (
        <Thumbnail
          key={image.id}
          imageId={image.id}
          side={previewSide}
          alt={t('facts.preview', { name: image.name })}
        />
      ) : (
        <Icon size={64} stroke={1} aria-hidden />
      )}
    </div>
  );
}

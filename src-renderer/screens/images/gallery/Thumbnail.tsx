import { IconPhotoOff } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useEngine } from '../../../app/engine.ts';
import { BlobImage } from '../../../components/BlobImage.tsx';
import styles from './ImageGrid.module.css';

interface ThumbnailProps {
  imageId: number;
  /** Edge of the square that it is shown in, in CSS pixels. */
  side: number;
  alt?: string;
}

/** Pictures are asked for in a few sizes only, so that they are found again when the size is changed a little. */
const sizes = [96, 128, 192, 256, 384, 512, 768, 1024];

/** A small picture of an image. Its request is given up when it leaves the screen. */
export function Thumbnail({ imageId, side, alt = '' }: ThumbnailProps) {
  const { orpc } = useEngine();
  const wanted = side * window.devicePixelRatio;
  const { data, isPending, isError } = useQuery(
    orpc.images.thumbnail.queryOptions({
      input: { imageId, side: sizes.find((size) => size >= wanted) ?? 1024 },
      staleTime: Infinity,
      gcTime: 60_000,
      retry: false,
    }),
  );
  if (isError)
    return <IconPhotoOff className={styles.problem} size={Math.min(48, side / 3)} stroke={1.5} aria-hidden />;
  if (isPending) return <span aria-busy />;
  return <BlobImage className={styles.image} blob={data} alt={alt} />;
}

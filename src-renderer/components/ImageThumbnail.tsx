import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useEngine } from '../app/engine.ts';
import { BlobImage } from './BlobImage.tsx';
import classes from './ImageThumbnail.module.css';

export interface ImageThumbnailProps {
  imageId: number;
  /** Edge of the square that the picture is to fit, in pixels of the picture. */
  side: number;
  alt: string;
  className?: string | undefined;
}

/** An image that is scrolled past sooner is never asked for. */
const settleMilliseconds = 70;

/** A small picture of an image of the project; a sign stands in its place until it is there, and when there is none. */
export function ImageThumbnail({ imageId, side, alt, className }: ImageThumbnailProps) {
  const { orpc } = useEngine();
  const [settled, setSettled] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(true), settleMilliseconds);
    return () => clearTimeout(timer);
  }, []);
  const { data } = useQuery(
    orpc.images.thumbnail.queryOptions({
      input: { imageId, side },
      enabled: settled,
      staleTime: Infinity,
      gcTime: 60_000,
      retry: false,
    }),
  );
  // Busy also where there is none: telling failures apart would draw every row of a long list once more.
  return data === undefined ? (
    <span className={`${classes.empty ?? ''} ${className ?? ''}`} aria-hidden aria-busy />
  ) : (
    <BlobImage blob={data} alt={alt} className={className} />
  );
}

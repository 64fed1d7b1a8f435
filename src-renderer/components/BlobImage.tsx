import { useEffect, useState } from 'react';
import type { CSSProperties } from 'react';

export interface BlobImageProps {
  /** Nothing is shown until there is one. */
  blob: Blob | null | undefined;
  alt: string;
  className?: string | undefined;
  style?: CSSProperties;
}

/** An encoded picture. Its address lives as long as it is shown, so pictures scrolled away free their memory. */
export function BlobImage({ blob, alt, className, style }: BlobImageProps) {
  const [shown, setShown] = useState<{ blob: Blob; address: string } | null>(null);
  useEffect(() => {
    if (blob === null || blob === undefined) return undefined;
    const address = URL.createObjectURL(blob);
    setShown({ blob, address });
    return () => URL.revokeObjectURL(address);
  }, [blob]);
  if (shown?.blob !== blob || shown === null) return null;
  return (
    <img
      src={shown.address}
      alt={alt}
      className={className}
      style={style}
      decoding="async"
      loading="lazy"
      draggable={false}
    />
  );
}

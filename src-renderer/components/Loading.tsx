import { Skeleton, Stack, VisuallyHidden } from '@mantine/core';
import { useTranslation } from 'react-i18next';

/** The place of lines of text that are being fetched. */
export function LoadingLines({ lines = 4 }: { lines?: number }) {
  const { t } = useTranslation('common');
  return (
    <Stack gap="sm" p="lg" role="status">
      <VisuallyHidden>{t('state.loading')}</VisuallyHidden>
      {Array.from({ length: lines }, (_, line) => (
        <Skeleton key={line} height={14} width={`${90 - ((line * 23) % 50)}%`} radius="sm" />
      ))}
    </Stack>
  );
}

/** The place of cards or thumbnails that are being fetched. */
export function LoadingTiles({ tiles = 8, side = 160 }: { tiles?: number; side?: number }) {
  const { t } = useTranslation('common');
  return (
    <div
      role="status"
      style={{
        display: 'grid',
        gridTemplateColumns: `repeat(auto-fill, minmax(${side}px, 1fr))`,
        gap: 'var(--mantine-spacing-md)',
      }}
    >
      <VisuallyHidden>{t('state.loading')}</VisuallyHidden>
      {Array.from({ length: tiles }, (_, tile) => (
        <Skeleton key={tile} height={side} radius="sm" />
      ))}
    </div>
  );
}

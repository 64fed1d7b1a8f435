import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { ImageRow } from '../../../../src-shared/contract/images.ts';
import { wordHappening } from '../../../../src-shared/errors/word-error.ts';
import { useEngine } from '../../../app/engine.ts';
import { Facts } from '../../../components/Facts.tsx';
import { useFormat } from '../../../i18n/format.ts';
import { folderOf } from './folder-of.ts';

/** The start of a hash is enough to compare by eye; the whole of it shows on hovering. */
const shownHashLength = 12;

export function FactList({ image }: { image: ImageRow }) {
  const { t, i18n } = useTranslation('images');
  const format = useFormat();
  const original = useNameOf(image.duplicateOf);
  const { width, height, bitDepth, sha256 } = image;
  const unreadable = image.problem === null ? null : wordHappening(i18n.language, image.problem);
  const problem = image.state === 'missing' ? t('facts.missing') : unreadable;
  return (
    <Facts
      facts={[
        problem === null ? null : [t('facts.problem'), problem],
        [t('facts.folder'), folderOf(image.path)],
        width === 0
          ? null
          : [
              t('facts.size'),
              t('facts.pixels', { width: format.number(width), height: format.number(height) }),
            ],
        width === 0 ? null : [t('facts.bitDepth'), t('facts.bits', { count: bitDepth })],
        [t('facts.file'), format.bytes(image.sizeBytes)],
        [t('facts.added'), format.date(image.addedAt)],
        original === null ? null : [t('facts.duplicateOf'), original],
        sha256 === ''
          ? null
          : [t('facts.sha256'), <span title={sha256}>{sha256.slice(0, shownHashLength)}…</span>],
      ]}
    />
  );
}

function useNameOf(imageId: number | null): string | null {
  const { orpc } = useEngine();
  const { data } = useQuery(
    orpc.images.get.queryOptions({ input: { imageId: imageId ?? 0 }, enabled: imageId !== null }),
  );
  return imageId === null ? null : (data?.name ?? null);
}

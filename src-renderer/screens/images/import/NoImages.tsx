import { Button } from '@mantine/core';
import { IconFolderPlus, IconPhotoPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../../components/EmptyState.tsx';

interface NoImagesProps {
  /** Nothing is offered in a project that cannot be written to. */
  canAdd: boolean;
  onFolders: () => void;
  onImages: () => void;
}

/** A project without images, and how it gets some. */
export function NoImages({ canAdd, onFolders, onImages }: NoImagesProps) {
  const { t } = useTranslation('images');
  return (
    <EmptyState
      icon={IconPhotoPlus}
      title={t('empty.title')}
      text={t('empty.text')}
      actions={
        canAdd && (
          <>
            <Button leftSection={<IconFolderPlus size={16} />} onClick={onFolders}>
              {t('add.folders')}
            </Button>
            <Button variant="default" onClick={onImages}>
              {t('add.images')}
            </Button>
          </>
        )
      }
    />
  );
}

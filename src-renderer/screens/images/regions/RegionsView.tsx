import { Button } from '@mantine/core';
import { IconPolygon } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../../components/EmptyState.tsx';
import { LoadingLines } from '../../../components/Loading.tsx';
import { Problem } from '../../../components/Problem.tsx';
import { RegionEditor } from './RegionEditor.tsx';
import { useDraftRegions } from './use-draft-regions.ts';
import { useReferencePart } from './use-reference-part.ts';

interface RegionsViewProps {
  readOnly: boolean;
  /** Back to the pictures. */
  onLeave: () => void;
}

/** Where parts are inspected and where not, drawn on a good part. */
export function RegionsView({ readOnly, onLeave }: RegionsViewProps) {
  const { t } = useTranslation('images');
  const part = useReferencePart();
  const draft = useDraftRegions();
  const error = part.error ?? draft.error;
  if (error !== null)
    return <Problem error={error} retry={part.error === null ? draft.refetch : part.refetch} />;
  if (part.total === 0)
    return (
      <EmptyState
        icon={IconPolygon}
        title={t('regions.empty.title')}
        text={t('regions.empty.text')}
        actions={
          <Button variant="default" onClick={onLeave}>
            {t('regions.empty.action')}
          </Button>
        }
      />
    );
  if (part.pyramid === undefined || draft.regions === undefined) return <LoadingLines />;
  return (
    <RegionEditor
      key={`${part.pyramid.width}x${part.pyramid.height}`}
      part={part}
      size={{ width: part.pyramid.width, height: part.pyramid.height }}
      regions={draft.regions}
      onChange={draft.change}
      readOnly={readOnly}
    />
  );
}

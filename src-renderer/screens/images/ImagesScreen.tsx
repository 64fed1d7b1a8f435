import { Group, SegmentedControl, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDroppedPaths } from '../../app/drop.ts';
import { useEngine } from '../../app/engine.ts';
import { useJobs } from '../../app/jobs.tsx';
import { useScreenParams } from '../../app/navigation.ts';
import type { ImagesView } from '../../app/route.ts';
import { useProject } from '../../app/project.ts';
import { LoadingTiles } from '../../components/Loading.tsx';
import { Problem } from '../../components/Problem.tsx';
import { ScreenFrame } from '../../components/ScreenFrame.tsx';
import { everything, fromQuery } from './gallery/filter.ts';
import type { Filter } from './gallery/filter.ts';
import { GalleryView } from './gallery/GalleryView.tsx';
import styles from './ImagesScreen.module.css';
import { AddMenu } from './import/AddMenu.tsx';
import { ImportDialog } from './import/ImportDialog.tsx';
import { ImportOutcome } from './import/ImportOutcome.tsx';
import { ImportProgress } from './import/ImportProgress.tsx';
import { NoImages } from './import/NoImages.tsx';
import { useImport } from './import/use-import.ts';
import { useLiveImport } from './import/use-live-import.ts';
import { RegionsView } from './regions/RegionsView.tsx';
import { useDefectTypes } from './use-defect-types.ts';
import { useScreenCommands } from './use-screen-commands.ts';

/** The images of the project, and the regions of a part that matter. */
export function ImagesScreen() {
  const { t } = useTranslation('images');
  const { orpc } = useEngine();
  const { summary } = useProject();
  const params = useScreenParams('images');
  const jobs = useJobs();
  const adding = useImport();
  const [view, setView] = useState<ImagesView>(params?.view ?? 'gallery');
  const [filter, setFilter] = useState<Filter>(
    params?.query === undefined ? everything : fromQuery(params.query),
  );
  const { data: counts, error, refetch } = useQuery(orpc.images.labels.queryOptions());
  const labels = counts?.labels ?? [];
  const defectTypes = useDefectTypes(labels.map(({ label }) => label));
  const total = labels.reduce((sum, { count }) => sum + count, 0);
  const readOnly = summary?.readOnly ?? false;
  const job = jobs.active.find(({ kind }) => kind === 'import');
  useDroppedPaths((paths) => {
    if (!readOnly) adding.ask(paths);
  });
  useLiveImport(job !== undefined);
  useScreenCommands(adding, view, setView, readOnly);

  const content = () => {
    if (error !== null) return <Problem error={error} retry={() => void refetch()} />;
    if (counts === undefined || (total === 0 && job !== undefined))
      return (
        <div className={styles.loading}>
          <LoadingTiles tiles={24} side={150} />
        </div>
      );
    if (total === 0)
      return <NoImages canAdd={!readOnly} onFolders={adding.chooseFolders} onImages={adding.chooseImages} />;
    if (view === 'regions') return <RegionsView readOnly={readOnly} onLeave={() => setView('gallery')} />;
    return (
      <GalleryView
        counts={counts}
        defectTypes={defectTypes}
        filter={filter}
        onFilter={setFilter}
        readOnly={readOnly}
      />
    );
  };

  return (
    <ScreenFrame
      flush
      title={t('title')}
      subtitle={total > 0 && t('count', { count: total })}
      actions={
        total > 0 && (
          <Group gap="sm" wrap="nowrap">
            <SegmentedControl
              size="xs"
              aria-label={t('views.label')}
              value={view}
              onChange={setView}
              data={[
                { value: 'gallery', label: t('views.gallery') },
                { value: 'regions', label: t('views.regions') },
              ]}
            />
            {!readOnly && <AddMenu onFolders={adding.chooseFolders} onImages={adding.chooseImages} />}
          </Group>
        )
      }
    >
      <div className={styles.screen}>
        {(job !== undefined || adding.outcome !== null) && (
          <Stack gap="xs" className={styles.news}>
            {job !== undefined && <ImportProgress job={job} onCancel={() => jobs.cancel(job.jobId)} />}
            {job === undefined && adding.outcome !== null && (
              <ImportOutcome
                outcome={adding.outcome}
                onClose={adding.forgetOutcome}
                onShow={(only) => {
                  setView('gallery');
                  setFilter({ ...everything, only });
                }}
              />
            )}
          </Stack>
        )}
        {content()}
      </div>
      <ImportDialog
        paths={adding.paths}
        likely={labels.some(({ label }) => label === 'good') ? 'none' : 'good'}
        defectTypes={defectTypes}
        onCancel={adding.giveUp}
        onImport={adding.start}
      />
    </ScreenFrame>
  );
}

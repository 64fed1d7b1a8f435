import { Button, Loader, Text } from '@mantine/core';
import { IconFiles } from '@tabler/icons-react';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useCallback, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RunSummary } from '../../../src-shared/contract/runs.ts';
import { useEngine } from '../../app/engine.ts';
import { EmptyState } from '../../components/EmptyState.tsx';
import { LoadingLines } from '../../components/Loading.tsx';
import { Problem } from '../../components/Problem.tsx';
import { useFormat } from '../../i18n/format.ts';
import { PreviewPage } from './PreviewPage.tsx';
import type { requestOf } from './report-choices.ts';
import classes from './Reports.module.css';

export interface ReportPreviewProps {
  request: ReturnType<typeof requestOf>;
  /** Choices were changed since. */
  isBehind: boolean;
  run: RunSummary;
}

/** A table of more parts is not made over and over while somebody types. */
const manyParts = 5000;
/** A page holds pictures: only the last is worth its memory. */
const keptForMilliseconds = 5000;

/** What the report will look like. */
export function ReportPreview({ request, isBehind, run }: ReportPreviewProps) {
  const { t } = useTranslation('reports');
  const { orpc } = useEngine();
  const { number } = useFormat();
  const [isWanted, setWanted] = useState(run.counts.total <= manyParts);
  const preview = useInfiniteQuery(
    orpc.reports.preview.infiniteOptions({
      input: (skip: number) => ({ ...request, skip }),
      initialPageParam: 0,
      getNextPageParam: ({ next }) => next,
      enabled: isWanted,
      placeholderData: keepPreviousData,
      gcTime: keptForMilliseconds,
      staleTime: Infinity,
    }),
  );
  const { fetchNextPage, hasNextPage, isFetching } = preview;
  const onNearEnd = useCallback(() => {
    if (hasNextPage && !isFetching) void fetchNextPage();
  }, [fetchNextPage, hasNextPage, isFetching]);
  const pieces = preview.data?.pages;
  const following = useMemo(() => pieces?.slice(1).map(({ html }) => html) ?? [], [pieces]);

  if (!isWanted) {
    const parts = t('preview.parts', { count: run.counts.total });
    return (
      <div className={classes.preview}>
        <EmptyState
          icon={IconFiles}
          title={t('preview.huge')}
          text={t('preview.hugeText', { parts })}
          actions={
            <Button variant="default" onClick={() => setWanted(true)}>
              {t('preview.make')}
            </Button>
          }
        />
      </div>
    );
  }
  const [first] = pieces ?? [];
  const isUpdating = isBehind || (preview.isFetching && !preview.isFetchingNextPage);
  const left = preview.data?.pages.at(-1)?.next ?? null;
  return (
    <div className={classes.preview}>
      <div className={classes.previewHead} aria-live="polite">
        {(isUpdating || preview.isFetchingNextPage) && <Loader size={14} aria-hidden />}
        <Text size="sm" c="dimmed" className="tabular">
          {isUpdating || first === undefined
            ? t('preview.updating')
            : [
                t('preview.whole', { count: first.parts }),
                t('preview.pages', { count: first.details }),
                ...(left === null ? [] : [t('preview.drawn', { shown: number(left) })]),
              ].join(' · ')}
        </Text>
      </div>
      {preview.isError && (
        <div className={classes.previewProblem}>
          <Problem error={preview.error} retry={() => void preview.refetch()} />
        </div>
      )}
      {preview.isPending && (
        <div className={classes.page}>
          <LoadingLines lines={12} />
        </div>
      )}
      {!preview.isError && first !== undefined && (
        <PreviewPage
          html={first.html}
          following={following}
          title={t('preview.title')}
          onNearEnd={onNearEnd}
        />
      )}
    </div>
  );
}

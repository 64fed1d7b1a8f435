import { IconReport } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import type { ProjectSummary } from '../../../src-shared/contract/contract.ts';
import type { RunSummary } from '../../../src-shared/contract/runs.ts';
import { useEngine } from '../../app/engine.ts';
import { LoadingLines } from '../../components/Loading.tsx';
import { Problem } from '../../components/Problem.tsx';
import { RunScreen } from '../../components/RunScreen.tsx';
import { ReportEditor } from './ReportEditor.tsx';
import classes from './Reports.module.css';

/** Writes what was found down for others: fields, parts, preview, export. */
export function ReportsScreen() {
  return (
    <RunScreen screen="reports" icon={IconReport} flush>
      {(run, project) => <RunReport run={run} project={project} />}
    </RunScreen>
  );
}

function RunReport({ run, project }: { run: RunSummary; project: ProjectSummary }) {
  const { orpc } = useEngine();
  // Only this screen changes them, and it knows what it has not saved yet.
  const { data, error, refetch } = useQuery(orpc.reports.fields.queryOptions({ staleTime: Infinity }));
  if (error !== null) return <Problem error={error} retry={() => void refetch()} />;
  if (data === undefined) return <LoadingLines lines={8} />;
  return (
    <div className={classes.screen}>
      <ReportEditor key={run.id} run={run} project={project} savedFields={data} />
    </div>
  );
}

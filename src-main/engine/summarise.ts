import type { ProjectSummary } from '../../src-shared/contract/contract.ts';
import type { OpenProject } from '../storage/open-project.ts';
import { countImagesByLabel } from '../storage/records/images.ts';
import { listJobs } from '../storage/records/jobs.ts';
import { listModels } from '../storage/records/models.ts';
import { projectRecord } from '../storage/records/project-record.ts';
import { countDecisions, listRuns } from '../storage/records/runs.ts';
import { componentVersions } from './versions.ts';

const newestJobs = 20;

/** What is in a project. */
export function summarise(project: OpenProject): ProjectSummary {
  const { name, createdAt } = projectRecord(project);
  const images = [...countImagesByLabel(project).values()].reduce((sum, count) => sum + count, 0);
  return {
    path: project.path,
    name,
    createdAt,
    schemaVersion: project.version,
    readOnly: project.readOnly,
    images,
    models: listModels(project),
    runs: listRuns(project).map((run) => ({ ...run, counts: countDecisions(project, run.id) })),
    jobs: listJobs(project, { offset: 0, limit: newestJobs }),
    versions: componentVersions(),
  };
}

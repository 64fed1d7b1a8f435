import type { ProjectSummary } from '../../src-shared/contract/contract.ts';
import type { ModelSummary } from '../../src-shared/contract/models.ts';
import type { RunSummary } from '../../src-shared/contract/runs.ts';
import type { OpenProject } from '../storage/open-project.ts';
import { countImagesByLabel } from '../storage/records/images.ts';
import { listJobs } from '../storage/records/jobs.ts';
import { getModel, listModels, modelInUse } from '../storage/records/models.ts';
import { projectRecord } from '../storage/records/project-record.ts';
import { countDecisions, getRun, listRuns } from '../storage/records/runs.ts';
import { allVersions } from './versions.ts';

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
    models: modelSummaries(project),
    runs: runSummaries(project),
    jobs: listJobs(project, { offset: 0, limit: newestJobs }),
    versions: allVersions(),
  };
}

/** Newest first. */
export function modelSummaries(project: OpenProject): ModelSummary[] {
  const inUse = modelInUse(project);
  return listModels(project).map((model) => ({ ...model, inUse: model.id === inUse }));
}

export function modelSummary(project: OpenProject, modelId: number): ModelSummary {
  return { ...getModel(project, modelId), inUse: modelId === modelInUse(project) };
}

/** Newest first. */
export function runSummaries(project: OpenProject): RunSummary[] {
  return project.read(() =>
    listRuns(project).map((run) => ({ ...run, counts: countDecisions(project, run.id) })),
  );
}

export function runSummary(project: OpenProject, runId: number): RunSummary {
  return project.read(() => ({ ...getRun(project, runId), counts: countDecisions(project, runId) }));
}

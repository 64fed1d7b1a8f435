import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach } from 'vitest';
import { defaultRecipe } from '../../../src-shared/domain/recipe.ts';
import { openProject } from '../../../src-main/storage/open-project.ts';
import type { OpenProject } from '../../../src-main/storage/open-project.ts';
import type { NewImage } from '../../../src-main/storage/records/images.ts';
import { putImages } from '../../../src-main/storage/records/images.ts';
import { appendLog } from '../../../src-main/storage/records/log.ts';
import { addModel } from '../../../src-main/storage/records/models.ts';
import type { NewModel } from '../../../src-main/storage/records/models.ts';
import { putRecipe } from '../../../src-main/storage/records/recipes.ts';
import type { NewResult } from '../../../src-main/storage/records/results.ts';

export const now = '2030-01-02T03:04:05.000Z';
export const birth = { name: 'Brackets', createdAt: now, appVersion: '0.1.0' };

const openProjects: OpenProject[] = [];
const folders: string[] = [];

afterEach(() => {
  for (const project of openProjects.splice(0)) project.close();
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** A new folder that goes when the test ends. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'sparsight-storage-'));
  folders.push(folder);
  return folder;
}

/** Opens a project, and closes it when the test ends. */
export function open(path: string, mode: 'read' | 'write' | 'create'): OpenProject {
  const project = openProject(path, mode === 'create' ? { mode, ...birth } : { mode });
  openProjects.push(project);
  return project;
}

/** An empty project, open for writing. */
export function newProject(folder = temporaryFolder()): OpenProject {
  return open(join(folder, 'brackets.sparsight'), 'create');
}

export const logEntry = { at: now, who: 'Ada', action: 'train', subject: 'model 1', detail: { parts: 60 } };

/** A closed project with something in it. */
export function storedProject(folder = temporaryFolder()): string {
  const project = newProject(folder);
  project.transaction(() => {
    for (let i = 0; i < 400; i++) appendLog(project, { ...logEntry, detail: 'x'.repeat(500) });
  });
  project.close();
  return project.path;
}

/** Names and hashes of every file in a folder. */
export function fingerprint(folder: string): Record<string, string> {
  const files = readdirSync(folder).sort();
  return Object.fromEntries(
    files.map((name) => [
      name,
      createHash('sha256')
        .update(readFileSync(join(folder, name)))
        .digest('hex'),
    ]),
  );
}

export function image(path: string, changes: Partial<NewImage> = {}): NewImage {
  const name = path.slice(path.lastIndexOf('/') + 1);
  return {
    path,
    name,
    sizeBytes: 10,
    sha256: 'a'.repeat(64),
    width: 64,
    height: 48,
    bitDepth: 8,
    addedAt: now,
    ...changes,
  };
}

export function model(project: OpenProject, changes: Partial<NewModel> = {}): number {
  return addModel(project, {
    hash: 'b'.repeat(64),
    recipeId: putRecipe(project, defaultRecipe, now),
    parentId: null,
    seed: 7,
    createdAt: now,
    trainImages: 0,
    trainPatches: 1000,
    trainSeconds: 1.5,
    learntLimits: { review: 1.5, reject: 2 },
    calibration: { tail: [0.1, 0.2] },
    versions: { sparsight: '0.1.0' },
    jobId: null,
    arrays: [],
    images: [],
    ...changes,
  });
}

export function result(project: OpenProject, path: string, changes: Partial<NewResult> = {}): NewResult {
  const [imageId] = putImages(project, [image(path)]);
  return {
    imageId: imageId!,
    imageSha256: 'a'.repeat(64),
    decision: 'pass',
    score: 0.5,
    psnr: 40,
    ssim: 0.97,
    statistics: { residualMean: 0.01 },
    regions: [],
    seconds: 0.02,
    maps: [],
    ...changes,
  };
}

/** The code of the SparsightError that `act` throws. */
export function codeOf(act: () => unknown): string {
  try {
    act();
  } catch (thrown) {
    if (thrown instanceof Error && 'code' in thrown) return String(thrown.code);
    throw thrown;
  }
  return 'nothing was thrown';
}

import { describe, expect, it } from 'vitest';
import { defaultRecipe } from '../../../src-shared/domain/recipe.ts';
import { integrity } from '../../../src-main/storage/integrity.ts';
import { putImages } from '../../../src-main/storage/records/images.ts';
import { addJob, getJob, startJob } from '../../../src-main/storage/records/jobs.ts';
import { modelArrays } from '../../../src-main/storage/records/model-arrays.ts';
import { getModel, listModels, trainingImages } from '../../../src-main/storage/records/models.ts';
import type { OpenProject } from '../../../src-main/storage/open-project.ts';
import { codeOf, image, model, newProject, now, open } from './project-fixture.ts';

function runningJob(project: OpenProject, kind: 'train' | 'inspect'): number {
  const id = addJob(project, { kind, request: { images: ['/parts'] }, createdAt: now });
  startJob(project, id, now);
  return id;
}

describe('models', () => {
  it('come back bit for bit', () => {
    const project = newProject();
    const [imageId] = putImages(project, [image('/parts/a.png')]);
    const dictionary = Float32Array.from({ length: 12 }, (_, i) => Math.fround(Math.sin(i)));
    const id = model(project, {
      arrays: [
        { name: 'scale-0/dictionary', shape: [3, 4], values: dictionary },
        { name: 'scale-0/uses', shape: [3], values: Uint32Array.of(1, 2, 0xffffffff) },
        { name: 'mean', shape: [2], values: new Float64Array([1, Math.PI, 2]).subarray(1) },
        { name: 'mask', shape: [0], values: new Uint8Array() },
      ],
      images: [{ imageId: imageId!, imageSha256: 'a'.repeat(64), heldOutScore: 0.75 }],
    });
    const path = project.path;
    project.close();
    const again = open(path, 'read');
    const arrays = modelArrays(again, id);
    expect(arrays.get('scale-0/dictionary')).toEqual({
      name: 'scale-0/dictionary',
      shape: [3, 4],
      values: dictionary,
    });
    expect(arrays.get('scale-0/uses')?.values).toEqual(Uint32Array.of(1, 2, 0xffffffff));
    expect(arrays.get('mean')?.values).toEqual(Float64Array.of(Math.PI, 2));
    expect(arrays.get('mask')?.values).toEqual(new Uint8Array());
    expect(getModel(again, id)).toMatchObject({
      seed: 7,
      recipe: defaultRecipe,
      limits: { review: 1.5, reject: 2 },
      calibration: { tail: [0.1, 0.2] },
    });
    expect(trainingImages(again, id)).toMatchObject([{ image: { id: imageId }, heldOutScore: 0.75 }]);
  });

  it('are stored whole or not at all', () => {
    const project = newProject();
    const unfitting = { name: 'dictionary', shape: [2, 2], values: new Float32Array(3) };
    expect(() => model(project, { arrays: [unfitting] })).toThrow(RangeError);
    expect(listModels(project)).toEqual([]);
  });

  it('are named in the job that made them, newest first', () => {
    const project = newProject();
    const first = model(project);
    const jobId = runningJob(project, 'train');
    const second = model(project, { jobId, parentId: first });
    expect(getJob(project, jobId).modelId).toBe(second);
    expect(listModels(project).map(({ id }) => id)).toEqual([second, first]);
    expect(getModel(project).id).toBe(second);
    expect(codeOf(() => getModel(project, 99))).toBe('model.missing');
    expect(codeOf(() => getModel(newProject()))).toBe('model.missing');
  });

  it('whose arrays have been altered are refused', () => {
    const project = newProject();
    const id = model(project, { arrays: [{ name: 'dictionary', shape: [1], values: Float32Array.of(1) }] });
    project.transaction((database) => database.$client.exec("UPDATE model_blobs SET bytes = x'00000000'"));
    expect(codeOf(() => modelArrays(project, id))).toBe('project.damaged');
    expect(integrity(project)).toMatchObject({
      sound: false,
      problems: [expect.stringContaining('dictionary')],
    });
  });
});

import { describe, expect, it } from 'vitest';
import { connect } from '../../../src-main/storage/file/connection.ts';
import { migrate } from '../../../src-main/storage/migrations/migrate.ts';
import { migrations } from '../../../src-main/storage/migrations/migrations.ts';
import { removeModel } from '../../../src-main/storage/records/models.ts';
import {
  putDetectionStudy,
  putImagesStudy,
  studiesOf,
  takeOverStudies,
} from '../../../src-main/storage/records/studies.ts';
import { models } from '../../../src-main/storage/schema.ts';
import type { DetectionStudy, ImagesStudy } from '../../../src-shared/domain/study.ts';
import { model, newProject, now } from './project-fixture.ts';

const images: ImagesStudy = {
  images: 20,
  points: [{ images: 6, typical: 0.5, limit: 1.4 }],
  curve: [{ images: 4, limit: 1.5 }],
  gainOfDoubling: 0.04,
  moreImages: 0,
  seed: 0,
  seconds: 3,
};
const detection: DetectionStudy = {
  parts: 4,
  heldOut: true,
  limit: 2,
  smallest: 2,
  largest: 20,
  millimetresPerPixel: null,
  contrasts: { faint: 0.15, clear: 0.4 },
  pods: [
    {
      ...{ kind: 'pit', contrast: 'clear', outcome: 'all-found', trials: 1, hits: 1 },
      ...{ a50: null, a90: null, a90At95: null, curve: [], bound: [], tried: [{ size: 3, hit: true }] },
    },
  ],
  seed: 0,
  seconds: 3,
};
const later = '2030-02-03T04:05:06.000Z';

describe('the sixth migration', () => {
  it('keeps studies as what was measured here, on the model that they are kept with', () => {
    const connection = connect(':memory:', { readonly: false, create: true });
    migrate(connection, migrations.slice(0, 5));
    connection.exec(`
      INSERT INTO recipes (id, hash, json, created_at) VALUES (1, 'r', '{}', '${now}');
      INSERT INTO models (id, hash, recipe_id, seed, created_at, train_images, train_patches, train_seconds, limits,
        calibration, versions)
      VALUES (3, 'a', 1, 0, '${now}', 1, 1, 1, '{"review":1,"reject":2}', '{}', '{}');
      INSERT INTO studies (model_id, kind, made_at, study) VALUES (3, 'images', '${now}', '{}');
    `);
    migrate(connection);
    expect(connection.prepare('SELECT * FROM studies').get()).toEqual({
      ...{ model_id: 3, kind: 'images', made_at: now, study: '{}', taught_since: 0, elsewhere: 0 },
    });
    connection.close();
  });
});

describe('a taught model', () => {
  it('has the studies of the model that it was taught from, until it has its own', () => {
    const project = newProject();
    const learnt = model(project);
    const once = model(project, { parentId: learnt });
    const twice = model(project, { parentId: once });
    const own = { madeAt: now, taughtSince: 0, elsewhere: false, measuredOn: learnt };
    putImagesStudy(project, learnt, images, now);
    putDetectionStudy(project, once, detection, now);
    expect(studiesOf(project, learnt)).toEqual({ images: { ...images, ...own }, detection: null });
    expect(studiesOf(project, twice)).toEqual({
      images: { ...images, ...own, taughtSince: 2 },
      detection: { ...detection, ...own, taughtSince: 1, measuredOn: once },
    });
    putImagesStudy(project, twice, { ...images, images: 22 }, later);
    expect(studiesOf(project, twice).images).toMatchObject({ images: 22, taughtSince: 0, measuredOn: twice });
    expect(studiesOf(project, once).images).toMatchObject({ images: 20, taughtSince: 1 });
  });

  it('keeps them when a model before it is removed', () => {
    const project = newProject();
    const learnt = model(project);
    const once = model(project, { parentId: learnt });
    const twice = model(project, { parentId: once });
    putImagesStudy(project, learnt, images, now);
    putDetectionStudy(project, once, detection, now);
    putDetectionStudy(project, twice, { ...detection, parts: 5 }, later);
    removeModel(project, once);
    expect(studiesOf(project, twice)).toMatchObject({
      images: { images: 20, madeAt: now, taughtSince: 2, measuredOn: null, elsewhere: false },
      detection: { parts: 5, taughtSince: 0, measuredOn: twice },
    });
    expect(studiesOf(project, learnt)).toMatchObject({ images: { taughtSince: 0 }, detection: null });
  });

  it('is looked up to an end in a file whose models are each other’s parents', () => {
    const project = newProject();
    const first = model(project);
    const second = model(project, { parentId: first });
    project.transaction((database) => database.update(models).set({ parentId: second }).run());
    expect(studiesOf(project, first)).toEqual({ images: null, detection: null });
    expect(studiesOf(project, second)).toEqual({ images: null, detection: null });
  });
});

describe('studies that come with a model file', () => {
  it('are kept as measured elsewhere, and give way to one of this project', () => {
    const project = newProject();
    const imported = model(project);
    const taught = model(project, { parentId: imported });
    takeOverStudies(project, imported, {
      images: { ...images, madeAt: now, taughtSince: 0 },
      detection: { ...detection, madeAt: now, taughtSince: 3 },
    });
    expect(studiesOf(project, taught)).toMatchObject({
      images: { madeAt: now, taughtSince: 1, measuredOn: imported, elsewhere: true },
      detection: { madeAt: now, taughtSince: 4, measuredOn: null, elsewhere: true },
    });
    putDetectionStudy(project, imported, detection, later);
    expect(studiesOf(project, imported).detection).toMatchObject({
      ...{ madeAt: later, taughtSince: 0, measuredOn: imported, elsewhere: false },
    });
  });

  it('never take the place of what the project knows, but of a study of an earlier model', () => {
    const project = newProject();
    const learnt = model(project);
    const taught = model(project, { parentId: learnt });
    putImagesStudy(project, taught, images, now);
    putDetectionStudy(project, learnt, detection, now);
    takeOverStudies(project, taught, {
      images: { ...images, images: 9, madeAt: later, taughtSince: 0 },
      detection: { ...detection, parts: 9, madeAt: later, taughtSince: 1 },
    });
    expect(studiesOf(project, taught)).toMatchObject({
      images: { images: 20, elsewhere: false },
      detection: { parts: 4, taughtSince: 1, measuredOn: learnt, elsewhere: false },
    });
    takeOverStudies(project, taught, {
      images: null,
      detection: { ...detection, parts: 9, madeAt: later, taughtSince: 0 },
    });
    expect(studiesOf(project, taught).detection).toMatchObject({ parts: 9, taughtSince: 0, elsewhere: true });
  });
});

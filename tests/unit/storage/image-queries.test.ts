import { describe, expect, it } from 'vitest';
import {
  markImported,
  moveImages,
  removeImages,
  setLabels,
} from '../../../src-main/storage/records/image-changes.ts';
import {
  countDuplicatesAmong,
  countTroubles,
  getImage,
  selectImageIds,
  selectImages,
} from '../../../src-main/storage/records/image-queries.ts';
import type { ImageSelection } from '../../../src-main/storage/records/image-queries.ts';
import { forgetUnusedImages, putImages } from '../../../src-main/storage/records/images.ts';
import { knownFileFinder } from '../../../src-main/storage/records/known-files.ts';
import { addResults } from '../../../src-main/storage/records/results.ts';
import { startRun } from '../../../src-main/storage/records/runs.ts';
import { codeOf, image, model, newProject, now, result } from './project-fixture.ts';

const all: ImageSelection = { text: '', only: 'all', sort: 'name', descending: false };
const everything = { offset: 0, limit: 1000 };

function namesOf(project: ReturnType<typeof newProject>, selection: Partial<ImageSelection> = {}): string[] {
  return selectImages(project, { ...all, ...selection }, everything).images.map(({ name }) => name);
}

const sha = (digit: string) => digit.repeat(64);

describe('images of a project', () => {
  it('are sorted by name as a person counts, whatever the case', () => {
    const project = newProject();
    const names = ['part 10.png', 'Part 2.png', 'part 2b.png', 'part 002a.png', 'attic.png', 'Übung.png'];
    putImages(
      project,
      names.map((name) => image(`/parts/${name}`)),
    );
    const sorted = ['attic.png', 'Part 2.png', 'part 002a.png', 'part 2b.png', 'part 10.png', 'Übung.png'];
    expect(namesOf(project)).toEqual(sorted);
    expect(namesOf(project, { descending: true })).toEqual(sorted.reverse());
  });

  it('are sorted by age, size of the file, label and pixels, ties by age', () => {
    const project = newProject();
    putImages(project, [
      image('/a.png', { addedAt: '2030-01-03', sizeBytes: 3, label: 'dent', width: 5, height: 4 }),
      image('/b.png', { addedAt: '2030-01-01', sizeBytes: 3, label: null, width: 9, height: 9 }),
      image('/c.png', { addedAt: '2030-01-02', sizeBytes: 1, label: 'dent', width: 4, height: 5 }),
    ]);
    expect(namesOf(project, { sort: 'addedAt' })).toEqual(['b.png', 'c.png', 'a.png']);
    expect(namesOf(project, { sort: 'sizeBytes' })).toEqual(['c.png', 'a.png', 'b.png']);
    expect(namesOf(project, { sort: 'label' })).toEqual(['b.png', 'a.png', 'c.png']);
    expect(namesOf(project, { sort: 'pixels', descending: true })).toEqual(['b.png', 'c.png', 'a.png']);
  });

  it('are found by any part of their path, whatever the case and however accents are composed', () => {
    const project = newProject();
    putImages(project, [
      image('/Café/Scratch 1.PNG'),
      image('/parts/ガイド.png'),
      image('/parts/100%_a.png'),
    ]);
    expect(namesOf(project, { text: 'scratch' })).toEqual(['Scratch 1.PNG']);
    expect(namesOf(project, { text: 'CAFÉ'.normalize('NFD') })).toEqual(['Scratch 1.PNG']);
    expect(namesOf(project, { text: 'ガイド'.normalize('NFD') })).toEqual(['ガイド.png']);
    expect(namesOf(project, { text: '%_' })).toEqual(['100%_a.png']);
    expect(namesOf(project, { text: 'nothing' })).toEqual([]);
  });

  it('are filtered by labels, of which none is one', () => {
    const project = newProject();
    const labels = ['good', 'dent', null, 'scratch'];
    putImages(
      project,
      labels.map((label, i) => image(`/${i}.png`, { label })),
    );
    expect(namesOf(project, { labels: ['good', null] })).toEqual(['0.png', '2.png']);
    expect(namesOf(project, { labels: ['scratch'] })).toEqual(['3.png']);
    expect(namesOf(project, { labels: [] })).toEqual([]);
  });

  it('with the same contents are duplicates of the first, those without contents of none', () => {
    const project = newProject();
    const contents = [sha('a'), sha('b'), sha('a'), '', '', sha('a')];
    const ids = putImages(
      project,
      contents.map((sha256, i) =>
        image(`/${i}.png`, { sha256, problem: sha256 === '' ? { message: 'It is empty.' } : null }),
      ),
    );
    const rows = selectImages(project, all, everything).images;
    expect(rows.map(({ duplicateOf }) => duplicateOf)).toEqual([null, null, ids[0], null, null, ids[0]]);
    expect(getImage(project, ids[5]!).duplicateOf).toBe(ids[0]);
    expect(namesOf(project, { only: 'duplicates' })).toEqual(['2.png', '5.png']);
    expect(namesOf(project, { only: 'unreadable' })).toEqual(['3.png', '4.png']);
    expect(countTroubles(project)).toEqual({ unreadable: 2, duplicates: 2 });
    expect(countDuplicatesAmong(project, ids.slice(3))).toBe(1);
    removeImages(project, [ids[0]!]);
    expect(getImage(project, ids[5]!).duplicateOf).toBe(ids[2]);
  });

  it('give the ids of all that are selected in the order of their pages', () => {
    const project = newProject();
    putImages(
      project,
      Array.from({ length: 50 }, (_, i) => image(`/${i}.png`, { label: i % 2 === 0 ? 'good' : null })),
    );
    const selection: ImageSelection = { ...all, labels: ['good'], descending: true };
    const pages = [0, 10, 20].flatMap(
      (offset) => selectImages(project, selection, { offset, limit: 10 }).images,
    );
    expect(pages.map(({ id }) => id)).toEqual(selectImageIds(project, selection));
    expect(selectImages(project, selection, { offset: 0, limit: 10 }).total).toBe(25);
  });

  it('that are not there are reported as such', () => {
    expect(codeOf(() => getImage(newProject(), 7))).toBe('image.missing');
  });
});

describe('labels', () => {
  it('can be put back with what setting them returned', () => {
    const project = newProject();
    const ids = putImages(project, [image('/a.png', { label: 'dent' }), image('/b.png')]);
    const previous = setLabels(project, [
      { id: ids[0]!, label: 'good' },
      { id: ids[1]!, label: 'good' },
      { id: 999, label: 'good' },
    ]);
    expect(previous).toEqual([
      { id: ids[0], label: 'dent' },
      { id: ids[1], label: null },
    ]);
    expect(namesOf(project, { labels: ['good'] })).toEqual(['a.png', 'b.png']);
    setLabels(project, previous);
    expect(getImage(project, ids[0]!).label).toBe('dent');
    expect(getImage(project, ids[1]!).label).toBeNull();
  });
});

describe('removing images', () => {
  it('leaves those that a model or a result needs', () => {
    const project = newProject();
    const [learnt, free] = putImages(project, [image('/learnt.png'), image('/free.png')]);
    const modelId = model(project, {
      images: [{ imageId: learnt!, imageSha256: sha('a'), heldOutScore: 1 }],
    });
    const runId = startRun(project, {
      jobId: null,
      modelId,
      startedAt: now,
      title: '',
      limits: { review: 1, reject: 2 },
    });
    const inspected = result(project, '/inspected.png');
    addResults(project, runId, [inspected]);
    const outcome = removeImages(project, [learnt!, free!, inspected.imageId, 999]);
    expect(outcome).toEqual({ removed: 1, kept: 2 });
    expect(namesOf(project)).toEqual(['inspected.png', 'learnt.png']);
  });
});

describe('what a person imported', () => {
  it('outlives the inspection that saw it', () => {
    const project = newProject();
    const [imported] = putImages(project, [image('/imported.png', { imported: true }), image('/seen.png')]);
    putImages(project, [image('/imported.png')]);
    const [chosen] = putImages(project, [image('/chosen.png')]);
    markImported(project, [chosen!]);
    forgetUnusedImages(project, now);
    expect(selectImageIds(project, all)).toEqual([chosen, imported]);
  });

  it('is known by its path or by its place beside the project', async () => {
    const project = newProject();
    const folder = project.path.slice(0, project.path.lastIndexOf('/'));
    const [id] = putImages(project, [image(`${folder}/parts/a.png`)]);
    const known = await knownFileFinder(project);
    expect(known(`${folder}/parts/a.png`)?.id).toBe(id);
    expect(known('/elsewhere/a.png')).toBeUndefined();
    moveImages(project, [{ id: id!, name: 'a.png', path: '/Elsewhere/a.png' }]);
    expect((await knownFileFinder(project))('/Elsewhere/a.png')?.id).toBe(id);
    expect(namesOf(project, { text: 'elsewhere' })).toEqual(['a.png']);
  });
});

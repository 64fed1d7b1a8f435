import { describe, expect, it } from 'vitest';
import { describeKnown, knownStudies } from '../../../src-main/cli/known-studies.ts';
import type { ModelStudies } from '../../../src-shared/domain/model-studies.ts';
import type { Pod } from '../../../src-shared/domain/study.ts';

const own = { madeAt: '2030-05-06T12:00:00.000Z', taughtSince: 0, measuredOn: 4, elsewhere: false };
const images: NonNullable<ModelStudies['images']> = {
  images: 20,
  points: [{ images: 6, typical: 0.5, limit: 1.4 }],
  curve: [{ images: 4, limit: 1.5 }],
  gainOfDoubling: 0.04,
  moreImages: 0,
  seed: 0,
  seconds: 3,
  ...own,
};

const pod = (kind: Pod['kind'], contrast: Pod['contrast'], a90At95: number | null): Pod => ({
  ...{ kind, contrast, outcome: 'fitted', trials: 60, hits: 30, a50: 4, a90: 5, a90At95 },
  ...{ curve: [{ size: 3, probability: 0.2 }], bound: [], tried: [{ size: 3, hit: true }] },
});
const detection: NonNullable<ModelStudies['detection']> = {
  ...{ parts: 6, heldOut: true, limit: 2, smallest: 2, largest: 40, millimetresPerPixel: null },
  contrasts: { faint: 0.15, clear: 0.4 },
  pods: [pod('scratch', 'clear', 10), pod('pit', 'faint', null), pod('missing', null, 16.25)],
  seed: 0,
  seconds: 30,
  ...own,
};

describe('what is known of a model', () => {
  it('is a line for each study, none where nobody has asked', () => {
    expect(describeKnown({ images: null, detection: null })).toEqual([]);
    expect(describeKnown(knownStudies({ images, detection }))).toEqual([
      '20 good images are enough',
      'found surely: scratch, clear from 10.0 px; missing from 16.3 px',
    ]);
  });

  it('has sizes in millimetres where those of pixels are known, and says when nothing is found surely', () => {
    const inMillimetres = { ...detection, millimetresPerPixel: 0.05 };
    expect(describeKnown({ images: { ...images, moreImages: 7 }, detection: inMillimetres })).toEqual([
      '7 more good images would help',
      'found surely: scratch, clear from 0.50 mm; missing from 0.81 mm',
    ]);
    const unsure = { ...detection, pods: [pod('pit', 'faint', null)] };
    expect(describeKnown({ images: null, detection: unsure })).toEqual([
      'no defect of a size that was tried is found surely',
    ]);
  });

  it('says on which model, before how many parts were taught, and that it was elsewhere', () => {
    const taught = (origin: Partial<typeof images>) =>
      describeKnown({ images: { ...images, ...origin }, detection: null }).join();
    expect(taught({ taughtSince: 2, measuredOn: 3 })).toBe(
      '20 good images are enough (measured on model 3, before 2 parts were taught)',
    );
    expect(taught({ taughtSince: 1, measuredOn: null, elsewhere: true })).toMatch(
      / \(measured on an earlier model, before 1 part was taught, in another project, 2030-05-0\d \d\d:\d\d\)$/,
    );
    expect(taught({ elsewhere: true })).toMatch(/ \(measured in another project, 2030-/);
  });

  it('leaves out the curves and trials for a program, too', () => {
    const document = JSON.stringify(knownStudies({ images, detection }));
    expect(document).toContain('"moreImages":0');
    expect(document).toContain('"a90At95":10');
    for (const name of ['curve', 'tried', 'points', 'bound']) expect(document).not.toContain(`"${name}"`);
  });
});

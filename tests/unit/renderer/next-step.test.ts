import { describe, expect, it } from 'vitest';
import { nextStep } from '../../../src-renderer/app/next-step.ts';
import type { Progress } from '../../../src-renderer/app/next-step.ts';
import { whyNot } from '../../../src-renderer/app/reachable.ts';

const nothing: Progress = { images: 0, goodImages: 0, models: 0, runs: 0, unjudged: 0, running: [] };

describe('what to do next', () => {
  it('leads from pictures to a report', () => {
    expect(nextStep(nothing).step).toBe('import');
    expect(nextStep({ ...nothing, images: 30 }).step).toBe('label');
    expect(nextStep({ ...nothing, images: 30, goodImages: 24 }).step).toBe('learn');
    const learnt = { ...nothing, images: 30, goodImages: 24, models: 1 };
    expect(nextStep(learnt).step).toBe('inspect');
    expect(nextStep({ ...learnt, runs: 1, unjudged: 3 }).step).toBe('judge');
    expect(nextStep({ ...learnt, runs: 1 }).step).toBe('report');
  });

  it('is to wait while it is being done', () => {
    expect(nextStep({ ...nothing, images: 30, goodImages: 24, running: ['train'] })).toEqual({
      step: 'learn',
      busy: true,
    });
    expect(nextStep({ ...nothing, models: 1, running: ['inspect'] })).toEqual({
      step: 'inspect',
      busy: true,
    });
    expect(nextStep({ ...nothing, running: ['import'] })).toEqual({ step: 'import', busy: true });
  });

  it('stays to judge the others while one of them is being taught', () => {
    const judging = { ...nothing, images: 30, goodImages: 24, models: 1, runs: 1, unjudged: 3 };
    expect(nextStep({ ...judging, running: ['teach'] })).toEqual({ step: 'judge', busy: false });
  });
});

describe('screens that are closed yet', () => {
  const project = { images: 0, models: [], runs: [] };

  it('say what they need first', () => {
    expect(whyNot('images', null)).toBe('needsProject');
    expect(whyNot('learn', project)).toBe('needsImages');
    expect(whyNot('inspect', { ...project, images: 30 })).toBe('needsModel');
    expect(whyNot('evaluate', { ...project, images: 30 })).toBe('needsRun');
  });

  it('never are those that work without a project', () => {
    for (const screen of ['start', 'laboratory', 'settings', 'help'] as const)
      expect(whyNot(screen, null)).toBeNull();
    expect(whyNot('images', project)).toBeNull();
  });
});

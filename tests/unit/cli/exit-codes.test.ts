import { describe, expect, it } from 'vitest';
import { exitCodeFor } from '../../../src-main/cli/exit-codes.ts';
import { errorCodes } from '../../../src-shared/errors/sparsight-error.ts';

describe('the exit code', () => {
  it('is 130 when the user cancelled', () => {
    expect(exitCodeFor('job.cancelled')).toBe(130);
  });

  it('is 1 when the user can do nothing about it in the command, and 2 for wrong use and unusable input', () => {
    const failures = errorCodes.filter((code) => exitCodeFor(code) === 1);
    expect(failures).toEqual(['disk.full', 'job.interrupted', 'internal']);
    const others = errorCodes.filter((code) => !failures.includes(code) && code !== 'job.cancelled');
    expect(others.map(exitCodeFor).every((code) => code === 2)).toBe(true);
  });
});

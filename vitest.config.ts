import { defineConfig } from 'vitest/config';

const project = (name: string, testTimeout: number) => ({
  test: {
    name,
    include: [`tests/${name}/**/*.test.ts`],
    testTimeout,
    hookTimeout: testTimeout,
    globalSetup: ['tests/build-kernels.ts'],
  },
});

export default defineConfig({
  test: {
    maxWorkers: 2,
    projects: [
      project('unit', 20_000),
      project('reference', 20_000),
      project('integration', 120_000),
      project('e2e', 300_000),
    ],
  },
});

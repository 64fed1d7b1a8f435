import { defineConfig } from 'vitest/config';

interface Kind {
  readonly name: string;
  /** Below tests/. @default the kind's name */
  readonly folder?: string;
  readonly testTimeout: number;
  readonly globalSetup: string;
}

const kernels = 'tests/build-kernels.ts';

const project = ({ name, folder = name, testTimeout, globalSetup }: Kind) => ({
  test: {
    name,
    include: [`tests/${folder}/**/*.test.ts`],
    testTimeout,
    hookTimeout: testTimeout,
    globalSetup: [globalSetup],
    // A condition is waited for longer than a busy machine may take to bring it about.
    expect: { poll: { timeout: 15_000 } },
  },
});

export default defineConfig({
  test: {
    maxWorkers: 2,
    projects: [
      project({ name: 'unit', testTimeout: 20_000, globalSetup: kernels }),
      project({ name: 'reference', testTimeout: 20_000, globalSetup: kernels }),
      project({ name: 'integration', testTimeout: 120_000, globalSetup: kernels }),
      project({ name: 'shells', folder: 'e2e/{cli,web}', testTimeout: 300_000, globalSetup: kernels }),
      project({
        name: 'window',
        folder: 'e2e/window',
        testTimeout: 120_000,
        globalSetup: 'tests/build-window.ts',
      }),
      project({
        name: 'electron',
        folder: 'e2e/electron',
        testTimeout: 120_000,
        globalSetup: 'tests/build-all.ts',
      }),
    ],
  },
});

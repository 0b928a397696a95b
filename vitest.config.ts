import { defineConfig } from 'vitest/config';

/** Far above what anything takes: a busy machine is no fault. Figures are asserted as ratios, or by the benchmark. */
const common = { testTimeout: 60_000, hookTimeout: 120_000, expect: { poll: { timeout: 30_000 } } };

/** Everything once, on SQLite where a store is needed; then what both engines have to pass, on PostgreSQL. */
export default defineConfig({
  test: {
    reporters: ['default'],
    projects: [
      {
        test: {
          ...common,
          name: 'sqlite',
          include: ['test/**/*.test.ts'],
          exclude: ['test/e2e/**', 'test/bench/**', 'test/postgres/**'],
        },
      },
      {
        test: {
          ...common,
          name: 'postgres',
          include: ['contract', 'model', 'postgres', 'store'].map((room) => `test/${room}/**/*.test.ts`),
          env: { PROMPTFORGE_TEST_ENGINE: 'postgres' },
          globalSetup: 'test/support/postgres-global-setup.ts',
        },
      },
    ],
  },
});

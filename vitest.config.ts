import { configDefaults, defineConfig } from 'vitest/config';

export default defineConfig({
  resolve: {
    // graphql 16 ships two builds. Node gives every importer the CommonJS one; Vite would give our files the other, and a type of one
    // is not an instance of the other's class.
    alias: [{ find: /^graphql$/, replacement: 'graphql/index.js' }],
  },
  test: {
    include: ['test/**/*.test.ts'],
    // Most tests wait for servers more than they compute: a processor left out, as by default, is half of two.
    maxWorkers: '100%',
    // A run of its own, as it measures the machine that it shares with other tests.
    exclude: [...configDefaults.exclude, ...(process.env['CHAOS_SECONDS'] === undefined ? ['test/stories/chaos/chaos.test.ts'] : [])],
    testTimeout: 30_000,
    hookTimeout: 30_000,
    // Processes are killed and clocks run against each other in some: a machine that is busy elsewhere may be late once. What is tried
    // again is named at the end; on a developer's machine nothing is.
    retry: process.env['CI'] === 'true' ? 1 : 0,
    reporters: ['default', './test/support/closing-line.ts'],
    coverage: {
      provider: 'v8',
      include: ['src/**/*.ts'],
      exclude: ['src/generated/**'],
      reporter: ['text-summary', 'html', 'json-summary'],
    },
  },
});

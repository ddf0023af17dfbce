import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // Trips spawn processes and load the bundled model; on two loaded cores that takes seconds.
    testTimeout: 60_000,
    hookTimeout: 120_000,
    // The model runtime keeps one static handle for all threads: only processes are safe.
    pool: 'forks',
    maxWorkers: 2,
  },
});

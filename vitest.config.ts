import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // Trips spawn processes and load the bundled model; on two loaded cores that takes seconds.
    testTimeout: 60_000,
    hookTimeout: 120_000,
    // Native addons (better-sqlite3, onnxruntime) crash when a worker thread that loaded them is torn down.
    pool: 'forks',
    maxWorkers: 2,
  },
});

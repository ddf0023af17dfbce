import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // Trips spawn processes and load the bundled model; on two loaded cores that takes a minute.
    testTimeout: 240_000,
    hookTimeout: 240_000,
    // The model runtime keeps one static handle for all threads: only processes are safe.
    pool: 'forks',
    maxWorkers: 2,
    // Loading discord.js and the engine anew for every file took a third of the time. No file keeps state in its modules.
    isolate: false,
  },
});

import path from 'node:path';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Whose files wait longest, for processes and clocks, comes first: at the end no worker should wait for the other alone. */
const ROOMS = ['trips', 'faults', 'quality', 'contracts', 'unit'];
const TESTS = path.join(import.meta.dirname, 'test');

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({ moduleId }: TestSpecification): number =>
      ROOMS.indexOf(path.relative(TESTS, moduleId).split(path.sep)[0] ?? '');
    const sorted = await super.sort(files);
    return sorted.sort((one, other) => place(one) - place(other));
  }
}

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // Trips spawn processes and load the bundled model; on two loaded cores that takes a minute.
    testTimeout: 240_000,
    hookTimeout: 240_000,
    // The model runtime keeps one static handle for all threads: only processes are safe.
    pool: 'forks',
    // One more than there are cores on the least machine: much of a trip is waiting.
    maxWorkers: 3,
    // Loading discord.js and the engine anew for every file took a third of the time. No file keeps state in its modules.
    isolate: false,
    sequence: { sequencer: LongestFirst },
  },
});

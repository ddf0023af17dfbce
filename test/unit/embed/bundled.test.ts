import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { openBundledEmbedder } from '../../../src/embed/bundled.ts';
import { BUNDLED_DIR } from '../../../src/embed/models.ts';

/** Cores that each thread of this process may run on, by thread; what Linux tells. */
function coresOfThreads(): ReadonlyMap<string, string> {
  const threads = '/proc/self/task';
  return new Map(
    readdirSync(threads).map((thread) => {
      const status = readFileSync(path.join(threads, thread, 'status'), 'utf8');
      return [thread, /^Cpus_allowed_list:\s*(\S+)$/m.exec(status)?.[1] ?? ''];
    }),
  );
}

describe.runIf(process.platform === 'linux')('the threads of the bundled embedder', () => {
  it('are bound to no core, on which they would spin beside the work of others', async () => {
    const before = coresOfThreads();
    const embedder = await openBundledEmbedder(path.join(BUNDLED_DIR, 'rilis-embed-1'));
    await embedder.embedQuestions(['Berapa harga beras?']);
    const after = coresOfThreads();
    const started = [...after].filter(([thread]) => !before.has(thread));
    expect(started.map(([, cores]) => cores)).toEqual(started.map(() => after.get(`${process.pid}`)));
    await embedder.close();
  });
});

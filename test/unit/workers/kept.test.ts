import { describe, expect, it } from 'vitest';
import { StaleIndexError } from '../../../src/domain/errors.ts';
import { KeptWorker } from '../../../src/workers/kept.ts';
import { WorkerEndedError } from '../../../src/workers/worker.ts';
import type { Echo } from '../../support/echo.worker.ts';

const ENTRY = new URL('../../support/echo.worker.ts', import.meta.url);

async function useKept(data: string, work: (kept: KeptWorker<Echo>) => Promise<void>): Promise<void> {
  const kept = new KeptWorker<Echo>(ENTRY, { data, repeatable: ['say', 'pid'] });
  try {
    await work(kept);
  } finally {
    await (await kept.current())?.terminate();
  }
}

describe('a kept worker', () => {
  it('is one process for calls made at the same time', async () => {
    await useKept('gema', async ({ remote }) => {
      const [one, other] = await Promise.all([remote.pid(), remote.pid()]);
      expect(one).toBe(other);
    });
  });

  it('is started anew by the first call after its process was killed, once for all who ask', async () => {
    await useKept('gema', async ({ remote }) => {
      const before = await remote.pid();
      process.kill(before, 'SIGKILL');
      const after = await Promise.all([remote.pid(), remote.pid(), remote.pid()]);
      expect(new Set(after).size).toBe(1);
      expect(after[0]).not.toBe(before);
    });
  });

  it('repeats only what may be repeated when the process dies over it', async () => {
    await useKept('gema', async ({ remote }) => {
      await expect(remote.die()).rejects.toThrow(WorkerEndedError);
      expect(await remote.say('masih')).toBe('gema: masih');
    });
  });

  it('passes on the errors of the service, which are no deaths', async () => {
    await useKept('gema', async ({ remote }) => {
      const before = await remote.pid();
      await expect(remote.fail('usang')).rejects.toThrow(StaleIndexError);
      expect(await remote.pid()).toBe(before);
    });
  });

  it('says with every call why it cannot open', async () => {
    await useKept('refuse', async ({ remote }) => {
      await expect(remote.say('satu')).rejects.toThrow('the index is of another model');
      await expect(remote.say('dua')).rejects.toThrow('the index is of another model');
    });
  });
});

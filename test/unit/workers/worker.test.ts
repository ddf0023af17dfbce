import { describe, expect, it } from 'vitest';
import { StaleIndexError } from '../../../src/domain/errors.ts';
import { startWorker } from '../../../src/workers/worker.ts';
import type { Echo } from '../../support/echo.worker.ts';

const ENTRY = new URL('../../support/echo.worker.ts', import.meta.url);

describe('a worker', () => {
  it('answers calls made at the same time, each with its own reply', async () => {
    const { remote, terminate } = await startWorker<Echo>(ENTRY, { data: 'gema' });
    expect(await Promise.all(['satu', 'dua', 'tiga'].map((word) => remote.say(word)))).toEqual([
      'gema: satu',
      'gema: dua',
      'gema: tiga',
    ]);
    await terminate();
  });

  it('fails a call with the error the service threw, class and all, and goes on serving', async () => {
    const { remote, terminate } = await startWorker<Echo>(ENTRY, { data: 'gema' });
    await expect(remote.fail('usang')).rejects.toThrow(StaleIndexError);
    await expect(remote.fail('usang')).rejects.toMatchObject({ code: 'STALE_INDEX', message: 'usang' });
    expect(await remote.say('masih')).toBe('gema: masih');
    await terminate();
  });

  it('passes on what the service tells unasked', async () => {
    const told: unknown[] = [];
    const { remote, terminate } = await startWorker<Echo>(ENTRY, {
      data: 'gema',
      onNotice: (name, data) => told.push([name, data]),
    });
    await remote.tell('halo');
    expect(told).toEqual([['told', 'halo']]);
    await terminate();
  });

  it('does not start when its service cannot open, and says why', async () => {
    await expect(startWorker<Echo>(ENTRY, { data: 'refuse' })).rejects.toThrow(
      'the index is of another model',
    );
  });

  it('fails open calls and all later ones when it dies, instead of leaving them waiting', async () => {
    const { remote, terminate } = await startWorker<Echo>(ENTRY, { data: 'gema' });
    await expect(remote.die()).rejects.toThrow('ended with code 3');
    await expect(remote.say('ada orang?')).rejects.toThrow('ended with code 3');
    await terminate();
  });
});

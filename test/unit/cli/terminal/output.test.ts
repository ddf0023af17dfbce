import { PassThrough, Writable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { ClosedOutputError, openOutput } from '../../../../src/cli/terminal/output.ts';

describe('output', () => {
  it('waits for a slow reader before it takes more', async () => {
    const stream = new PassThrough({ highWaterMark: 4 });
    const output = openOutput(stream);
    let written = false;
    const writing = output.write('lebih dari empat').then(() => {
      written = true;
    });
    await new Promise(setImmediate);
    expect(written).toBe(false);
    stream.resume();
    await writing;
    expect(written).toBe(true);
  });

  it('rejects once its reader is gone', async () => {
    const stream = new Writable({
      write(_chunk, _encoding, done) {
        done(Object.assign(new Error('write EPIPE'), { code: 'EPIPE' }));
      },
    });
    const output = openOutput(stream);
    await output.write('satu').catch(() => undefined);
    await new Promise(setImmediate);
    await expect(output.write('dua')).rejects.toBeInstanceOf(ClosedOutputError);
  });
});

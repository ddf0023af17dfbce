import { describe, expect, it } from 'vitest';
import { openProgress } from '../../../../src/cli/terminal/progress.ts';
import { collect } from '../../../support/terminal.ts';

describe('progress without a terminal', () => {
  it('does not fill a log with a line a release', () => {
    const { stream, text } = collect();
    const progress = openProgress({ stream, interactive: false });
    for (let done = 1; done <= 1_000; done++) progress.show({ phase: 'reading', done, total: 1_000 });
    progress.stop();
    expect(text().split('\n').length).toBeLessThan(5);
  });
});

// A worker for the tests of workers: answers, fails, tells, and dies when told to.
import { StaleIndexError } from '../../src/domain/errors.ts';
import { serveWorker } from '../../src/workers/serve.ts';

export interface Echo {
  say(words: string): string;
  fail(message: string): never;
  tell(words: string): void;
  die(): never;
  pid(): number;
}

serveWorker((data, notify) => {
  if (data === 'refuse') return Promise.reject(new StaleIndexError('the index is of another model'));
  return Promise.resolve<Echo>({
    say: (words) => `${String(data)}: ${words}`,
    fail: (message) => {
      throw new StaleIndexError(message);
    },
    tell: (words) => {
      notify('told', words);
    },
    die: () => process.exit(3),
    pid: () => process.pid,
  });
});

// The inner side of a worker: answers the calls of the process that started it, and ends with it.
import { OPENING, recordError, type FromWorker, type ToWorker } from './protocol.ts';

/** Tells the other side something it did not ask for. */
export type Notify = (name: string, data: unknown) => void;

/**
 * Opens the service with the data the worker was started with, says so, and answers calls of its methods as they come,
 * several at a time; arguments and results must survive structured cloning. Call it once, in the worker's entry file.
 */
export function serveWorker(open: (data: unknown, notify: Notify) => Promise<object>): void {
  let service: object = {};
  const post = (message: FromWorker): void => {
    // A starter that is gone hears nothing; `disconnect` ends this process in a moment.
    process.send?.(message, undefined, undefined, () => undefined);
  };
  process.on('message', (message: ToWorker) => {
    if (message.kind === 'call') {
      void settle(message.id, () => call(service, message)).then(post);
      return;
    }
    const opened = async (): Promise<void> => {
      service = await open(message.data, (name, data) => {
        post({ kind: 'notice', name, data });
      });
    };
    void settle(OPENING, opened).then(post);
  });
  // Without its starter nobody can ask it anything; and an interrupt in the terminal is the starter's to handle.
  process.on('disconnect', () => process.exit());
  process.on('SIGINT', () => undefined);
}

function call(service: object, { method, args }: Extract<ToWorker, { kind: 'call' }>): unknown {
  const handler: unknown = Reflect.get(service, method);
  if (typeof handler !== 'function') throw new Error(`The worker has no method "${method}".`);
  return Reflect.apply(handler, service, args);
}

async function settle(id: number, work: () => unknown): Promise<FromWorker> {
  try {
    return { kind: 'result', id, result: await work() };
  } catch (error) {
    return { kind: 'error', id, error: recordError(error) };
  }
}

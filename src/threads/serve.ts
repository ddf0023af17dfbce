// The inner side of a thread: answers the calls of the thread that started it.
import { parentPort, workerData } from 'node:worker_threads';
import { recordError, STARTUP, type Call, type Message } from './protocol.ts';

/** Tells the other side something it did not ask for. */
export type Notify = (name: string, data: unknown) => void;

/**
 * Opens the service, says so, and answers calls of its methods as they come, several at a time; arguments and results
 * must survive structured cloning. Call it once, in the thread's entry file.
 */
export async function serveThread(open: (data: unknown, notify: Notify) => Promise<object>): Promise<void> {
  const port = parentPort;
  if (port === null) throw new Error('serveThread runs in a worker thread alone.');
  const post = (message: Message): void => {
    port.postMessage(message);
  };
  try {
    const service = await open((workerData as { readonly data: unknown }).data, (name, data) => {
      post({ kind: 'notice', name, data });
    });
    port.on('message', (call: Call) => {
      void answer(service, call).then(post);
    });
    post({ kind: 'ready' });
  } catch (error) {
    post({ kind: 'error', id: STARTUP, error: recordError(error) });
  }
}

async function answer(service: object, { id, method, args }: Call): Promise<Message> {
  try {
    const handler: unknown = Reflect.get(service, method);
    if (typeof handler !== 'function') throw new Error(`The thread has no method "${method}".`);
    return { kind: 'result', id, result: await Reflect.apply(handler, service, args) };
  } catch (error) {
    return { kind: 'error', id, error: recordError(error) };
  }
}

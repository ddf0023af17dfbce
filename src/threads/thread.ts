// The outer side of a thread: starts it, calls it, and fails every open call if it dies.
import { Worker } from 'node:worker_threads';
import { reviveError } from '../domain/errors.ts';
import { STARTUP, type Call, type Message } from './protocol.ts';

/** A service seen from outside: the same methods, each giving a promise. */
export type Remote<S> = {
  readonly [K in keyof S]: S[K] extends (...args: infer A) => infer R
    ? (...args: A) => Promise<Awaited<R>>
    : never;
};

export interface Thread<S> {
  readonly remote: Remote<S>;
  /** Ends the thread at once; open calls fail. Let it finish its own work first. */
  readonly terminate: () => Promise<void>;
}

export interface ThreadOptions {
  /** Cloned into the thread as `workerData`. */
  readonly data: unknown;
  readonly onNotice?: (name: string, data: unknown) => void;
}

/**
 * Starts the thread whose entry file is `url` and resolves once its service is open. Rejects with the error that the
 * service failed to open with.
 */
export async function startThread<S>(url: URL, { data, onNotice }: ThreadOptions): Promise<Thread<S>> {
  // Threads don't always inherit the loader that reads TypeScript, so each is told of it.
  const worker = new Worker(new URL('./boot.js', import.meta.url), { workerData: { entry: url.href, data } });
  const calls = new OpenCalls();
  const ready = calls.add(STARTUP);
  worker.on('message', (message: Message) => {
    if (message.kind === 'notice') onNotice?.(message.name, message.data);
    else calls.settle(message);
  });
  worker.on('error', (error) => {
    calls.fail(error);
  });
  worker.on('exit', (code) => {
    calls.fail(new Error(`A worker thread ended with code ${code} before it had answered.`));
  });
  const terminate = async (): Promise<void> => {
    await worker.terminate();
  };
  try {
    await ready;
  } catch (error) {
    await terminate();
    throw error;
  }
  return { remote: remoteOf<S>(worker, calls), terminate };
}

/** Calls that wait for their reply, by id. */
class OpenCalls {
  readonly #open = new Map<number, { resolve: (value: unknown) => void; reject: (error: Error) => void }>();
  #failure: Error | undefined;

  add(id: number): Promise<unknown> {
    return new Promise((resolve, reject) => {
      if (this.#failure === undefined) this.#open.set(id, { resolve, reject });
      else reject(this.#failure);
    });
  }

  settle(message: Exclude<Message, { kind: 'notice' }>): void {
    const id = message.kind === 'ready' ? STARTUP : message.id;
    const call = this.#open.get(id);
    this.#open.delete(id);
    if (message.kind === 'error') call?.reject(reviveError(message.error));
    else call?.resolve(message.kind === 'result' ? message.result : undefined);
  }

  /** Rejects every call that is open or still to come: nobody is there to answer. */
  fail(error: Error): void {
    this.#failure ??= error;
    for (const { reject } of this.#open.values()) reject(error);
    this.#open.clear();
  }
}

function remoteOf<S>(worker: Worker, calls: OpenCalls): Remote<S> {
  let last = STARTUP;
  const call = (method: string, args: readonly unknown[]): Promise<unknown> => {
    const id = ++last;
    const reply = calls.add(id);
    worker.postMessage({ id, method, args } satisfies Call);
    return reply;
  };
  return new Proxy(
    {},
    {
      // A promise-like object would be awaited away, so `then` is no method of a service.
      get: (_, method) =>
        method === 'then' ? undefined : (...args: unknown[]) => call(String(method), args),
    },
  ) as Remote<S>;
}

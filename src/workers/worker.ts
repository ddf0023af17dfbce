// The outer side of a worker: starts it, calls it, and fails every open call if it dies.
//
// Workers are processes rather than threads, since the model runtime (onnxruntime-node before 1.22) keeps one static
// handle for all threads: ending the second thread that used it corrupts the heap of the whole process. A process of
// its own also means that no native crash takes the bot with it.
import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { reviveError } from '../domain/errors.ts';
import { OPENING, type FromWorker, type ToWorker } from './protocol.ts';

const LAUNCHER = fileURLToPath(new URL('../launch/worker.js', import.meta.url));

/** A service seen from outside: the same methods, each giving a promise. */
export type Remote<S> = {
  readonly [K in keyof S]: S[K] extends (...args: infer A) => infer R
    ? (...args: A) => Promise<Awaited<R>>
    : never;
};

/** The worker's process is gone; what it was asked remains unanswered. */
export class WorkerEndedError extends Error {
  override readonly name = 'WorkerEndedError';
}

export interface Worker<S> {
  readonly remote: Remote<S>;
  /** False once its process is gone: every further call fails. */
  readonly isAlive: () => boolean;
  /** Ends the worker at once; open calls fail. Let it finish its own work first. */
  readonly terminate: () => Promise<void>;
}

export interface WorkerOptions {
  /** What its service is opened with. */
  readonly data: unknown;
  readonly onNotice?: (name: string, data: unknown) => void;
}

/**
 * Starts the worker whose entry file is `url` and resolves once its service is open. Rejects with the error that the
 * service failed to open with.
 */
export async function startWorker<S>(url: URL, { data, onNotice }: WorkerOptions): Promise<Worker<S>> {
  const child = fork(LAUNCHER, [fileURLToPath(url)], {
    execArgv: [],
    serialization: 'advanced',
    // What a worker prints is a notice at best: stdout belongs to results.
    stdio: ['ignore', 2, 2, 'ipc'],
  });
  const calls = new OpenCalls();
  child.on('message', (message: FromWorker) => {
    if (message.kind === 'notice') onNotice?.(message.name, message.data);
    else calls.settle(message);
  });
  child.on('error', (error) => {
    calls.fail(error);
  });
  child.on('exit', (code, signal) => {
    calls.fail(
      new WorkerEndedError(`A worker ended with ${signal ?? `code ${code}`} before it had answered.`),
    );
  });
  const send = (message: ToWorker): void => {
    child.send(message, (error) => {
      if (error !== null)
        calls.fail(new WorkerEndedError(`A worker can't be reached: ${error.message}`, { cause: error }));
    });
  };
  const terminate = (): Promise<void> => end(child);
  try {
    const opened = calls.add(OPENING);
    send({ kind: 'open', data });
    await opened;
  } catch (error) {
    await terminate();
    throw error;
  }
  return { remote: remoteOf<S>(send, calls), isAlive: () => calls.areAnswered, terminate };
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exited = once(child, 'exit');
  child.kill('SIGKILL');
  await exited;
}

/** Calls that wait for their reply, by id. */
class OpenCalls {
  readonly #open = new Map<number, { resolve: (value: unknown) => void; reject: (error: Error) => void }>();
  #failure: Error | undefined;

  get areAnswered(): boolean {
    return this.#failure === undefined;
  }

  add(id: number): Promise<unknown> {
    return new Promise((resolve, reject) => {
      if (this.#failure === undefined) this.#open.set(id, { resolve, reject });
      else reject(this.#failure);
    });
  }

  settle(message: Exclude<FromWorker, { kind: 'notice' }>): void {
    const call = this.#open.get(message.id);
    this.#open.delete(message.id);
    if (message.kind === 'error') call?.reject(reviveError(message.error));
    else call?.resolve(message.result);
  }

  /** Rejects every call that is open or still to come: nobody is there to answer. */
  fail(error: Error): void {
    this.#failure ??= error;
    for (const { reject } of this.#open.values()) reject(error);
    this.#open.clear();
  }
}

function remoteOf<S>(send: (message: ToWorker) => void, calls: OpenCalls): Remote<S> {
  let last = OPENING;
  const call = (method: string, args: readonly unknown[]): Promise<unknown> => {
    const id = ++last;
    const reply = calls.add(id);
    send({ kind: 'call', id, method, args });
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

// A worker that is there when it is needed: started with the first call, and anew after its process has died.
import { startWorker, WorkerEndedError, type Remote, type Worker, type WorkerOptions } from './worker.ts';

export interface KeptOptions extends WorkerOptions {
  /**
   * Methods that may run twice: a call of one that was open when the process died is made once more. One that kills
   * the process every time fails with the second death.
   */
  readonly repeatable: readonly string[];
}

export class KeptWorker<S> {
  readonly #url: URL;
  readonly #options: KeptOptions;
  #worker: Promise<Worker<S>> | undefined;

  constructor(url: URL, options: KeptOptions) {
    this.#url = url;
    this.#options = options;
  }

  /** The service; calls reject with its errors, with what it could not open with, or with `WorkerEndedError`. */
  readonly remote = new Proxy(
    {},
    {
      get: (_, method) =>
        method === 'then' ? undefined : (...args: unknown[]) => this.#call(String(method), args),
    },
  ) as Remote<S>;

  async #call(method: string, args: readonly unknown[]): Promise<unknown> {
    try {
      return await this.#once(method, args);
    } catch (error) {
      if (!(error instanceof WorkerEndedError) || !this.#options.repeatable.includes(method)) throw error;
      return this.#once(method, args);
    }
  }

  async #once(method: string, args: readonly unknown[]): Promise<unknown> {
    const { remote } = await this.#living();
    const call = Reflect.get(remote, method) as (...args: readonly unknown[]) => Promise<unknown>;
    return call(...args);
  }

  async #living(): Promise<Worker<S>> {
    const known = this.#worker;
    const present = await known?.catch(() => undefined);
    return present?.isAlive() === true ? present : this.#start(known);
  }

  /** Calls that find the same worker gone wait for the same new one. */
  #start(gone: Promise<Worker<S>> | undefined): Promise<Worker<S>> {
    if (this.#worker !== undefined && this.#worker !== gone) return this.#worker;
    this.#worker = startWorker<S>(this.#url, this.#options);
    return this.#worker;
  }

  /** The worker as it is now; undefined when none was needed, it could not open, or it died. Starts none. */
  async current(): Promise<Worker<S> | undefined> {
    const worker = await this.#worker?.catch(() => undefined);
    return worker?.isAlive() === true ? worker : undefined;
  }
}

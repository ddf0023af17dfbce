// A Discord on loopback: REST and gateway on one port, every body checked against Discord's published schemas.
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { randomBytes } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { FakeGateway } from './gateway.ts';
import {
  interactionEvent,
  menuEvent,
  pressEvent,
  submitEvent,
  type InteractionEvent,
  type InteractionGiven,
  type MenuGiven,
  type PressGiven,
  type SubmitGiven,
} from './events.ts';
import { messageEvent, type MessageGiven } from './message-events.ts';
import { isShown, threadEvent, type FakeThread } from './channels.ts';
import type { FakeInteraction } from './interaction.ts';
import { FakeRest, type Reply, type RestRequest } from './rest.ts';
import { faultsOf } from './schema.ts';

/** What goes wrong with the next requests that match. */
export interface Fault {
  readonly method: string;
  readonly path: RegExp;
  readonly times: number;
  /** `reset` and `fin` end the connection; a reply is given instead of the right one. */
  readonly then: 'reset' | 'fin' | 'hang' | Reply;
  /** Whether the request does its work before it goes wrong. */
  readonly afterWork?: boolean;
}

export interface SeenRequest extends RestRequest {
  readonly at: number;
}

const PUBLIC_THREAD = 11;

export class FakeDiscord {
  readonly token = `fake.${'bot-token'.repeat(7)}`;
  readonly requests: SeenRequest[] = [];
  /** Bodies that Discord would have refused, with why; every test expects none. */
  readonly violations: string[] = [];
  readonly gateway: FakeGateway;
  readonly rest: FakeRest;
  /** Replies in place of the right one, such as a limit; undefined lets the request through. */
  guard: (request: SeenRequest) => Reply | undefined = () => undefined;
  readonly #server: Server;
  readonly #faults: (Fault & { left: number })[] = [];

  private constructor() {
    this.#server = createServer((request, response) => {
      void this.#serve(request, response);
    });
    this.gateway = new FakeGateway(this.#server, this.token);
    this.rest = new FakeRest(this.token, () => this.gateway.url);
    this.gateway.threads = () => [...this.rest.channels.threads.values()].map(threadEvent);
    this.rest.onThread = (thread) => {
      this.gateway.dispatch('THREAD_CREATE', threadEvent(thread));
    };
  }

  static async start(): Promise<FakeDiscord> {
    const fake = new FakeDiscord();
    await new Promise<void>((resolve) => fake.#server.listen(0, '127.0.0.1', resolve));
    fake.gateway.url = `ws://127.0.0.1:${fake.#port}/gateway`;
    return fake;
  }

  get #port(): number {
    return (this.#server.address() as AddressInfo).port;
  }

  /** What a client takes as the base of the REST API. */
  get api(): string {
    return `http://127.0.0.1:${this.#port}/api`;
  }

  fault(fault: Fault): void {
    this.#faults.push({ ...fault, left: fault.times });
  }

  /** Takes back the faults that nothing has met. */
  calm(): void {
    this.#faults.length = 0;
  }

  /** Somebody uses a slash command. */
  command(given: InteractionGiven): FakeInteraction {
    return this.#interact((token) => interactionEvent(token, given));
  }

  /** Somebody presses a button, or chooses in a menu. */
  press(given: PressGiven): FakeInteraction {
    return this.#interact((token) => pressEvent(token, given));
  }

  /** Somebody sends a form. */
  submit(given: SubmitGiven): FakeInteraction {
    return this.#interact((token) => submitEvent(token, given));
  }

  /** Somebody uses a command of a message's menu. */
  menu(given: MenuGiven): FakeInteraction {
    return this.#interact((token) => menuEvent(token, given));
  }

  #interact(eventOf: (token: string) => InteractionEvent): FakeInteraction {
    const token = `interaction-${randomBytes(24).toString('hex')}`;
    const event = eventOf(token);
    const interaction: FakeInteraction = {
      id: event.id,
      token,
      channelId: event.channel_id,
      userId: event.member.user.id,
      createdAt: Date.now(),
      state: 'new',
      ephemeral: false,
      answers: [],
      told: [],
      withdrawn: false,
      isThinking: false,
    };
    this.rest.interactions.set(token, interaction);
    this.gateway.dispatch('INTERACTION_CREATE', event);
    return interaction;
  }

  /** Somebody writes in a channel; gives the message's id. */
  say(given: MessageGiven): string {
    const inThread = this.rest.channels.threads.has(given.channelId ?? '');
    const event = messageEvent(inThread ? { ...given, channelType: PUBLIC_THREAD } : given);
    const shown = isShown(event, this.gateway.intents) ? event : { ...event, content: '' };
    this.rest.channels.add(shown);
    this.gateway.dispatch('MESSAGE_CREATE', shown);
    return event.id;
  }

  /** Somebody opens a thread on a message, or locks one. */
  thread(thread: FakeThread): void {
    const isNew = this.rest.channels.open(thread) !== undefined;
    this.rest.channels.threads.set(thread.id, thread);
    this.gateway.dispatch(isNew ? 'THREAD_CREATE' : 'THREAD_UPDATE', threadEvent(thread));
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const seen = await read(request);
    this.requests.push(seen);
    const refusal = this.guard(seen);
    if (refusal !== undefined) {
      give(response, refusal);
      return;
    }
    const fault = this.#faults.find(
      (one) => one.left > 0 && one.method === seen.method && one.path.test(seen.path),
    );
    if (fault === undefined) {
      give(response, this.#work(seen));
      return;
    }
    fault.left--;
    if (fault.afterWork === true) this.#work(seen);
    if (fault.then === 'hang') return;
    if (fault.then === 'reset') request.socket.resetAndDestroy();
    else if (fault.then === 'fin') request.socket.destroy();
    else give(response, fault.then);
  }

  #work(seen: SeenRequest): Reply {
    const faults = seen.method === 'GET' || seen.method === 'DELETE' ? [] : faultsOf(seen.path, seen.body);
    this.violations.push(
      ...faults.map((fault) => `${seen.method} ${seen.path.replace(/interaction-\w+/, '…')}: ${fault}`),
    );
    if (faults.length > 0) return { status: 400, body: { code: 50035, message: 'Invalid Form Body' } };
    return this.rest.route(seen);
  }

  /** Forgets what was asked and answered, as a long run must. */
  forget(): void {
    this.requests.length = 0;
    this.rest.forget();
  }

  /** Waits until `condition` holds; rejects after `ms` with what was being waited for. */
  async until(what: string, condition: () => boolean, ms = 30_000): Promise<void> {
    const end = Date.now() + ms;
    while (!condition()) {
      if (Date.now() > end) throw new Error(`Waited ${ms} ms in vain for: ${what}.`);
      await sleep(5);
    }
  }

  async close(): Promise<void> {
    this.gateway.close();
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }
}

async function read(request: IncomingMessage): Promise<SeenRequest> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const raw = payloadOf(Buffer.concat(chunks).toString());
  const url = new URL(request.url ?? '', 'http://fake');
  return {
    method: request.method ?? '',
    // The client sends `%40original`.
    path: decodeURIComponent(url.pathname.replace(/^\/api\/v10/, '')),
    query: url.searchParams,
    body: raw === '' ? undefined : JSON.parse(raw),
    authorization: request.headers.authorization,
    at: Date.now(),
  };
}

/** The JSON of a body; beside files it is a part of its own. */
function payloadOf(body: string): string {
  const part = /name="payload_json"[^]*?\r\n\r\n([^]*?)\r\n--/.exec(body);
  return part?.[1] ?? body;
}

function give(response: ServerResponse, { status, body, headers = {} }: Reply): void {
  const type = body === undefined ? {} : { 'content-type': 'application/json' };
  response.writeHead(status, { ...type, ...headers });
  response.end(body === undefined ? undefined : JSON.stringify(body));
}

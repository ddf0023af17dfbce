// The gateway of the fake: hello, identify, resume with replay, heartbeats, and what can be made to go wrong with them.
import { randomBytes } from 'node:crypto';
import type { Server } from 'node:http';
import { WebSocketServer, type RawData, type WebSocket } from 'ws';

export const BOT_ID = '900000000000000001';
export const GUILD_ID = '800000000000000001';
export const CHANNEL_ID = '800000000000010001';
/** What Discord asks for. */
const HEARTBEAT_MS = 41_250;
const OP = {
  dispatch: 0,
  heartbeat: 1,
  identify: 2,
  resume: 6,
  reconnect: 7,
  invalid: 9,
  hello: 10,
  ack: 11,
} as const;
const ALL_PERMISSIONS = '2248473465835073';

export const BOT_USER = {
  id: BOT_ID,
  username: 'rilis',
  discriminator: '0',
  global_name: null,
  avatar: null,
  bot: true,
};

interface Packet {
  readonly op: number;
  readonly d: unknown;
  readonly t?: string;
  readonly s?: number;
}

/** Events that can be sent again after a resume; older ones are gone, as they are in Discord after a while. */
const REPLAYED = 2_000;

interface Identify {
  readonly token: string;
  readonly shard?: readonly [number, number];
}

interface Session {
  readonly id: string;
  /** Which of how many shards it is. */
  readonly shard: readonly [number, number];
  /** Of the last event. */
  sequence: number;
  readonly log: Packet[];
  socket: WebSocket | undefined;
}

export class FakeGateway {
  readonly identifies: unknown[] = [];
  resumes = 0;
  /** Close the next identify with this code. */
  refuseWith: number | undefined;
  /** What clients are told with the next hello. */
  heartbeatMs = HEARTBEAT_MS;
  /** Heartbeats get no acknowledgement. */
  withholdAcks = false;
  /** Connections are taken, and nothing is said on them. */
  isMute = false;
  /** Connections on which nothing was said. */
  mutes = 0;
  /** Servers that the bot is in, as READY names them. */
  guilds: readonly string[] = [GUILD_ID];
  /** Those of them that are in an outage: they are named, and nothing more comes of them. */
  unavailable: readonly string[] = [];
  /** Active threads, told with the server. */
  threads: () => readonly object[] = () => [];
  /** Connections end as soon as they are there. */
  isDown = false;
  readonly #token: string;
  readonly #sessions = new Map<string, Session>();
  readonly #server: WebSocketServer;
  #url = '';

  constructor(server: Server, token: string) {
    this.#token = token;
    this.#server = new WebSocketServer({ server, path: '/gateway' });
    this.#server.on('connection', (socket) => {
      this.#greet(socket);
    });
  }

  /** Where clients connect; told once the port is known. */
  set url(url: string) {
    this.#url = url;
  }

  get url(): string {
    return this.#url;
  }

  #greet(socket: WebSocket): void {
    socket.on('error', () => undefined);
    if (this.isDown) {
      socket.terminate();
      return;
    }
    if (this.isMute) {
      this.mutes++;
      return;
    }
    send(socket, { op: OP.hello, d: { heartbeat_interval: this.heartbeatMs } });
    socket.on('message', (raw) => {
      this.#hear(socket, parse(raw));
    });
  }

  #hear(socket: WebSocket, { op, d }: Packet): void {
    if (op === OP.heartbeat && !this.withholdAcks) send(socket, { op: OP.ack, d: null });
    if (op === OP.identify) this.#identify(socket, d as Identify);
    if (op === OP.resume) this.#resume(socket, d as { session_id: string; seq: number });
  }

  #identify(socket: WebSocket, d: Identify): void {
    this.identifies.push(d);
    const refusal = this.refuseWith ?? (d.token === this.#token ? undefined : 4004);
    if (refusal !== undefined) {
      socket.close(refusal);
      return;
    }
    const { shard = [0, 1] } = d;
    const session: Session = { id: randomBytes(8).toString('hex'), shard, sequence: 0, log: [], socket };
    this.#sessions.set(session.id, session);
    const guilds = this.guilds.filter((id) => serves(session, id));
    this.#dispatchTo(session, 'READY', {
      v: 10,
      user: BOT_USER,
      shard,
      guilds: guilds.map((id) => ({ id, unavailable: true })),
      session_id: session.id,
      resume_gateway_url: this.#url,
      application: { id: BOT_ID, flags: 0 },
    });
    for (const id of guilds)
      if (!this.unavailable.includes(id))
        this.#dispatchTo(session, 'GUILD_CREATE', guildEvent(id, this.threads()));
  }

  #resume(
    socket: WebSocket,
    { session_id, seq }: { readonly session_id: string; readonly seq: number },
  ): void {
    this.resumes++;
    const session = this.#sessions.get(session_id);
    if (session === undefined) {
      send(socket, { op: OP.invalid, d: false });
      return;
    }
    session.socket = socket;
    for (const packet of session.log) if ((packet.s ?? 0) > seq) send(socket, packet);
    this.#dispatchTo(session, 'RESUMED', {});
  }

  /** What the last client that identified asked to be told. */
  get intents(): number {
    return (this.identifies.at(-1) as { readonly intents?: number } | undefined)?.intents ?? 0;
  }

  /** Sends an event to the sessions whose shard serves its server; those that are disconnected get it when they resume. */
  dispatch(name: string, data: unknown): void {
    const { guild_id } = data as { readonly guild_id?: string };
    for (const session of this.#sessions.values())
      if (serves(session, guild_id)) this.#dispatchTo(session, name, data);
  }

  #dispatchTo(session: Session, name: string, data: unknown): void {
    const packet = { op: OP.dispatch, t: name, s: ++session.sequence, d: data };
    session.log.push(packet);
    if (session.log.length > REPLAYED) session.log.shift();
    if (session.socket !== undefined) send(session.socket, packet);
  }

  /** Delivers the last event of every session a second time, as Discord does now and then. */
  repeatLast(): void {
    for (const { log, socket } of this.#sessions.values()) {
      const last = log.at(-1);
      if (last !== undefined && socket !== undefined) send(socket, last);
    }
  }

  /** Delivers all events of every session a second time, as after a resume that went too far back. */
  repeatAll(): void {
    for (const { log, socket } of this.#sessions.values()) {
      if (socket === undefined) continue;
      for (const packet of log) if (packet.t !== 'READY' && packet.t !== 'RESUMED') send(socket, packet);
    }
  }

  /** Ends every connection: with a close code, or without a word. */
  drop(code?: number): void {
    for (const session of this.#sessions.values()) {
      if (code === undefined) session.socket?.terminate();
      else session.socket?.close(code);
      session.socket = undefined;
    }
  }

  askToReconnect(): void {
    for (const { socket } of this.#sessions.values())
      if (socket !== undefined) send(socket, { op: OP.reconnect, d: null });
  }

  /** Tells clients that their session is over; they must identify anew, unless it is `resumable`. */
  invalidateSessions(resumable = false): void {
    for (const { socket } of this.#sessions.values())
      if (socket !== undefined) send(socket, { op: OP.invalid, d: resumable });
    if (!resumable) this.#sessions.clear();
  }

  /** Hears nothing more on the connections there are, as if a cable had been cut. */
  freeze(): void {
    for (const { socket } of this.#sessions.values()) socket?.pause();
  }

  close(): void {
    for (const socket of this.#server.clients) socket.terminate();
    this.#server.close();
  }
}

/** Discord's rule; what is in no server goes to the first shard. */
function serves({ shard: [id, count] }: Session, guildId: string | undefined): boolean {
  return (guildId === undefined ? 0 : Number((BigInt(guildId) >> 22n) % BigInt(count))) === id;
}

function send(socket: WebSocket, packet: Packet): void {
  if (socket.readyState === socket.OPEN) socket.send(JSON.stringify(packet));
}

function parse(raw: RawData): Packet {
  return JSON.parse((raw as Buffer).toString()) as Packet;
}

/** A server as it comes when it is joined or there again. */
export function guildEvent(guildId: string, threads: readonly object[] = []): object {
  const lists = [
    'members',
    'threads',
    'presences',
    'voice_states',
    'stage_instances',
    'guild_scheduled_events',
    'emojis',
    'stickers',
    'features',
    'soundboard_sounds',
  ];
  return {
    id: guildId,
    name: 'Ruang Pers',
    owner_id: '700000000000000001',
    unavailable: false,
    member_count: 2,
    preferred_locale: 'id',
    roles: [
      {
        id: guildId,
        name: '@everyone',
        permissions: ALL_PERMISSIONS,
        position: 0,
        color: 0,
        hoist: false,
        managed: false,
        mentionable: false,
        flags: 0,
      },
    ],
    channels: [
      { id: CHANNEL_ID, type: 0, name: 'umum', position: 0, permission_overwrites: [], guild_id: guildId },
    ],
    ...Object.fromEntries(lists.map((name) => [name, []])),
    threads,
    members: [
      { user: BOT_USER, roles: [], joined_at: '2026-01-01T00:00:00Z', deaf: false, mute: false, flags: 0 },
    ],
  };
}

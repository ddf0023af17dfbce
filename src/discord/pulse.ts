// Whether the gateway is still there: how long ago each shard heard from it.
import { Events, Status, type Client } from 'discord.js';

/** Milliseconds between heartbeats that Discord's gateway asks for. */
const HEARTBEAT_MS = 41_250;
/** A heartbeat without its acknowledgement may be late; two in a row are a connection that is none. */
const MISSED_HEARTBEATS = 2;

export interface GatewayHealth {
  readonly healthy: boolean;
  readonly shards: readonly {
    readonly id: number;
    /** The connection's state by discord.js's name, such as `Ready`. */
    readonly status: string;
    /** Since the gateway last acknowledged a heartbeat or began a session; undefined before it ever did. */
    readonly ackAgeMs?: number;
  }[];
}

export class Pulse {
  readonly #client: Client;
  readonly #limitMs: number;
  /** When each shard's session began or was resumed. */
  readonly #began = new Map<number, number>();

  constructor(client: Client, heartbeatMs = HEARTBEAT_MS) {
    this.#client = client;
    this.#limitMs = MISSED_HEARTBEATS * heartbeatMs;
    const begin = (shard: number): void => {
      this.#began.set(shard, Date.now());
    };
    client.on(Events.ShardReady, begin);
    client.on(Events.ShardResume, begin);
  }

  get health(): GatewayHealth {
    const shards = [...this.#client.ws.shards.values()].map(({ id, status, lastPingTimestamp, ping }) => {
      const began = this.#began.get(id);
      const heard = began === undefined ? undefined : Math.max(began, lastPingTimestamp + ping);
      return {
        id,
        status: Status[status],
        ...(heard === undefined ? {} : { ackAgeMs: Date.now() - heard }),
      };
    });
    const isHeard = shards.every(({ ackAgeMs = Infinity }) => ackAgeMs <= this.#limitMs);
    return { healthy: this.#client.isReady() && shards.length > 0 && isHeard, shards };
  }
}

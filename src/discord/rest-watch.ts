// What becomes of the requests to Discord, counted; and an alarm before Discord bans the address.
import { DiscordAPIError, HTTPError, RESTEvents, type REST } from 'discord.js';
import type { Metrics } from '../ops/metrics.ts';
import type { QuietLog } from '../ops/quiet-log.ts';

const INVALID = new Set([401, 403, 429]);

export interface RestWatch {
  /** Watches all requests of `rest`, tries that are tried again among them. */
  attach(rest: REST): void;
  /** Counts a request that got no reply. */
  failed(error: unknown): void;
}

export function createRestWatch(metrics: Metrics, log: QuietLog): RestWatch {
  return {
    attach(rest) {
      rest.on(RESTEvents.Response, (_, { status, headers }) => {
        if (status < 400) return;
        metrics.restFailed(INVALID.has(status) ? String(status) : `${Math.floor(status / 100)}xx`);
        if (INVALID.has(status) && headers.get('x-ratelimit-scope') !== 'shared') metrics.invalidRequest();
      });
      rest.on(RESTEvents.InvalidRequestWarning, () => {
        log.write(
          'error',
          {},
          'Discord refused a thousand requests within ten minutes; at ten thousand it bans this address: see the failures above',
        );
      });
    },
    failed(error) {
      if (!(error instanceof DiscordAPIError || error instanceof HTTPError)) metrics.restFailed('network');
    },
  };
}

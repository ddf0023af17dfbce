// Two pages for those who watch over a bot: /healthz, whether it is well, and /metrics, what it has counted.
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ConfigError } from '../domain/errors.ts';

/** Whether the bot is well; the fields beside say what was looked at. */
export interface Health {
  readonly healthy: boolean;
  readonly [detail: string]: unknown;
}

export interface HealthOptions {
  readonly host: string;
  /** 0 takes any free port. */
  readonly port: number;
  readonly check: () => Promise<Health>;
  /** The metrics as text, in the form that `type` names. */
  readonly metrics: () => Promise<{ readonly text: string; readonly type: string }>;
}

export interface HealthServer {
  readonly url: string;
  close(): Promise<void>;
}

/** Rejects with `ConfigError` when the address is taken or is not this machine's. */
export async function serveHealth({ host, port, check, metrics }: HealthOptions): Promise<HealthServer> {
  const server = createServer((request, response) => {
    const reply = {
      '/healthz': () => tellHealth(response, check),
      '/metrics': () => tell(response, metrics),
    };
    const page = new URL(request.url ?? '/', 'http://host').pathname;
    const known = Object.entries(reply).find(([path]) => path === page);
    if (known === undefined || request.method !== 'GET') {
      response.writeHead(404).end();
      return;
    }
    known[1]().catch(() => response.writeHead(500).end());
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error) => {
      reject(
        new ConfigError([`RILIS_HEALTH_HOST and RILIS_HEALTH_PORT can't be listened on: ${error.message}`]),
      );
    });
    server.listen(port, host, resolve);
  });
  const { address, family, port: bound } = server.address() as AddressInfo;
  return {
    url: `http://${family === 'IPv6' ? `[${address}]` : address}:${bound}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      }),
  };
}

async function tellHealth(response: ServerResponse, check: HealthOptions['check']): Promise<void> {
  const health = await check();
  response.writeHead(health.healthy ? 200 : 503, { 'content-type': 'application/json' });
  response.end(`${JSON.stringify(health)}\n`);
}

async function tell(response: ServerResponse, metrics: HealthOptions['metrics']): Promise<void> {
  const { text, type } = await metrics();
  response.writeHead(200, { 'content-type': type }).end(text);
}

// A web server on loopback: what it serves is told by the test, and it counts who came.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface WebServer {
  /** `127.0.0.1:port`. */
  readonly host: string;
  readonly url: string;
  /** Paths asked for so far. */
  readonly requests: readonly string[];
  /** Connections made so far, those without a request among them. */
  readonly connections: () => number;
  close(): Promise<void>;
}

export async function startWebServer(
  serve: (request: IncomingMessage, response: ServerResponse) => void,
): Promise<WebServer> {
  const requests: string[] = [];
  let connections = 0;
  const server = createServer((request, response) => {
    requests.push(request.url ?? '');
    // Clients that are cut off are what is tested.
    response.on('error', () => undefined);
    serve(request, response);
  });
  server.on('connection', () => connections++);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    host,
    url: `http://${host}`,
    requests,
    connections: () => connections,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => {
          resolve();
        });
      }),
  };
}

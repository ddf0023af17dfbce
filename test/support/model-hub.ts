// A model hub on loopback: serves one folder as every model whose name it is given.
import { createServer } from 'node:http';
import { readFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import path from 'node:path';

export interface ModelHub {
  readonly url: string;
  /** Paths asked for so far. */
  readonly requests: readonly string[];
  close(): Promise<void>;
}

/** Serves `/<model>/resolve/<revision>/<file>` from `folder`, as the hub lays its files out. */
export async function startModelHub(model: string, folder: string): Promise<ModelHub> {
  const requests: string[] = [];
  const server = createServer((request, response) => {
    const url = request.url ?? '';
    requests.push(url);
    const file = new RegExp(`^/${model}/resolve/[^/]+/(.+)$`).exec(url)?.[1];
    readFile(path.join(folder, file ?? 'none')).then(
      (bytes) => response.writeHead(200, { 'content-length': bytes.length }).end(bytes),
      () => response.writeHead(404).end(),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    requests,
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
      }),
  };
}

// A model hub on loopback: serves one folder as every model whose name it is given.
import { createServer } from 'node:http';
import { readFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import path from 'node:path';

export interface ModelHub {
  readonly url: string;
  /** Paths asked for so far. */
  readonly requests: readonly string[];
  /** The next answer with more than this many bytes breaks off after them. */
  breakAfter(bytes: number): void;
  close(): Promise<void>;
}

/** Serves `/<model>/resolve/<revision>/<file>` from `folder`, or the rest of one, as the hub does. */
export async function startModelHub(model: string, folder: string): Promise<ModelHub> {
  const requests: string[] = [];
  let breaking = Infinity;
  const server = createServer((request, response) => {
    const url = request.url ?? '';
    const { range } = request.headers;
    requests.push(range === undefined ? url : `${url} ${range}`);
    const file = new RegExp(`^/${model}/resolve/[^/]+/(.+)$`).exec(url)?.[1];
    readFile(path.join(folder, file ?? 'none')).then(
      (bytes) => {
        const from = Number(/^bytes=(\d+)-$/.exec(range ?? '')?.[1] ?? 0);
        if (from >= bytes.length) return response.writeHead(416).end();
        const rest = bytes.subarray(from);
        response.writeHead(from === 0 ? 200 : 206, { 'content-length': rest.length });
        if (rest.length <= breaking) return response.end(rest);
        const sent = rest.subarray(0, breaking);
        breaking = Infinity;
        return response.write(sent, () => response.destroy());
      },
      () => response.writeHead(404).end(),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    requests,
    breakAfter: (bytes) => {
      breaking = bytes;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
      }),
  };
}

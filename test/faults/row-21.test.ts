import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readGiven, type GivenDocument } from '../../src/ingest/given.ts';
import type { Read } from '../../src/ingest/release.ts';
import { startWebServer, type WebServer } from '../support/web-server.ts';

const TEXT = 'Judul\n\nPelabuhan baru dibuka pada hari Senin.';

let server: WebServer;
let served: { readonly bytes: Buffer; readonly headers?: Record<string, string> };

beforeEach(async () => {
  served = { bytes: Buffer.from(TEXT) };
  server = await startWebServer((_, response) => {
    response.writeHead(200, { 'content-type': 'application/octet-stream', ...served.headers });
    response.end(served.bytes);
  });
});

afterEach(() => server.close());

async function readAll(document: GivenDocument): Promise<Read[]> {
  const reads: Read[] = [];
  const options = { maxBytes: 20_000_000, fetching: { trustedHosts: [server.host] } };
  for await (const read of readGiven(document, {}, options)) reads.push(read);
  return reads;
}

function attached(given: { name?: string; url?: string; size?: number } = {}): GivenDocument {
  return {
    kind: 'attachment',
    name: 'rilis.txt',
    url: `${server.url}/rilis.txt?ex=1&hm=2`,
    size: 100,
    ...given,
  };
}

describe('row 21: an attachment', () => {
  it('is fetched from where attachments are, and read by its name', async () => {
    const [read] = await readAll(attached());
    expect(read).toMatchObject({ path: 'rilis.txt', release: { ref: 'rilis.txt', title: 'Judul' } });
    expect(read).not.toHaveProperty('release.url');
  });

  it('of a declared gigabyte is refused without being fetched', async () => {
    expect(await readAll(attached({ size: 1e9 }))).toEqual([
      { kind: 'rejected', path: 'rilis.txt', reason: 'has 954 MB: at most 5 MB are read' },
    ]);
    expect(server.connections()).toBe(0);
  });

  it('that is longer than it says is cut off at the limit', async () => {
    served = { bytes: Buffer.alloc(20_000_000, 'x') };
    const [read] = await readAll(attached());
    expect(read).toMatchObject({ reason: expect.stringMatching(/^has more than 5 MB/) as string });
  });

  it('that is small and unpacks to more than anybody wrote is cut off at the limit', async () => {
    // Packed twice over: 60 MB of nothing in a few hundred bytes.
    const bomb = gzipSync(gzipSync(Buffer.alloc(60_000_000)));
    expect(bomb.length).toBeLessThan(10_000);
    served = { bytes: bomb, headers: { 'content-encoding': 'gzip, gzip' } };
    const [read] = await readAll(attached());
    expect(read).toMatchObject({ reason: expect.stringMatching(/^has more than 5 MB/) as string });
  });

  it.for([
    ['PDF', Buffer.from('%PDF-1.7 teks')],
    ['ZIP', Buffer.from('PK\u0003\u0004xxxx')],
    ['PNG', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])],
    ['gzip', gzipSync(TEXT)],
    ['program', Buffer.from([0x7f, 0x45, 0x4c, 0x46, 2, 1, 1, 0, 0, 0])],
  ] as const)('that is a %s under the name of a text is refused', async ([, bytes]) => {
    served = { bytes };
    expect(await readAll(attached())).toMatchObject([
      { reason: expect.stringMatching(/^is an? .*, no text: save it as \.txt/) as string },
    ]);
  });

  it.for(['surat.docx', 'gambar.png', 'skrip.exe', 'tanpa-akhiran'])(
    'called %s is refused without being fetched',
    async (name) => {
      expect(await readAll(attached({ name }))).toMatchObject([
        { path: name, reason: expect.stringMatching(/^is of an unknown kind: \.txt, /) as string },
      ]);
      expect(server.connections()).toBe(0);
    },
  );

  it.for([
    'https://x.example/rilis.txt',
    'https://cdn.discordapp.com.x.example/rilis.txt',
    'https://x.example/cdn.discordapp.com/rilis.txt',
    'http://cdn.discordapp.com/rilis.txt',
    'https://cdn.discordapp.com@127.0.0.1/rilis.txt',
    'file:///etc/passwd',
  ])('that is said to be at %s is refused: Discord keeps none there', async (url) => {
    const [read] = await readAll(attached({ url }));
    expect(read).toMatchObject({ kind: 'rejected', path: 'rilis.txt' });
    expect(read).toHaveProperty(
      'reason',
      expect.stringMatching(/^(?:is not on cdn|is a file:|has a user name)/),
    );
  });

  it('that Discord redirects elsewhere is refused', async () => {
    await server.close();
    server = await startWebServer((_, response) => {
      response.writeHead(302, { location: 'https://x.example/rilis.txt' }).end();
    });
    const [read] = await readAll(attached());
    expect(read).toMatchObject({
      reason: expect.stringMatching(/^leads on to a place that is not on cdn/) as string,
    });
  });
});

import { mkdtempSync, rmSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import iconv from 'iconv-lite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openApp, type App } from '../../src/app.ts';
import { readConfig } from '../../src/config.ts';
import { runCommand, type Ran } from '../support/terminal.ts';
import { startWebServer, type WebServer } from '../support/web-server.ts';

const PAGE = `<!doctype html><html lang="id"><head><title>Dermaga baru</title><link rel="canonical" href="https://pemerintah.example/lain"></head>
  <body><nav>Beranda</nav><article><h1>Dermaga baru</h1><p>Dermaga baru dibuka pada hari Senin oleh menteri perhubungan.</p></article></body></html>`;
const FEED = `<?xml version="1.0"?><rss version="2.0"><channel><title>Kabar Pelabuhan</title>
  <item><title>Kapal tiba</title><link>/kabar/kapal</link><pubDate>Mon, 27 May 2024 17:07:04 +0700</pubDate><description>Kapal pertama tiba pukul sembilan.</description></item>
  <item><link>/kabar/kosong</link></item></channel></rss>`;
const CHINESE = '<title>海湾新闻</title><p>新码头于星期一开放，首艘客轮上午九时抵达。</p>';

function serve(request: IncomingMessage, response: ServerResponse): void {
  const path = request.url ?? '';
  if (path === '/dermaga') response.writeHead(302, { location: '/dermaga.html' }).end();
  else if (path === '/dermaga.html') {
    response.writeHead(200, { 'content-type': 'text/html', 'content-encoding': 'gzip' }).end(gzipSync(PAGE));
  } else if (path === '/umpan') response.setHeader('content-type', 'text/html').end(FEED);
  else if (path === '/zh') {
    response.setHeader('content-type', 'text/html; charset=gb2312').end(iconv.encode(CHINESE, 'gb2312'));
  } else response.writeHead(404).end();
}

let server: WebServer;
let dir: string;
let app: App;
let first: Ran;
const addresses = (): string[] =>
  ['/dermaga#atas', '/umpan', '/zh', '/hilang'].map((name) => server.url + name);
beforeAll(async () => {
  server = await startWebServer(serve);
  dir = mkdtempSync(path.join(tmpdir(), 'rilis-fetch-'));
  const config = readConfig({ RILIS_DATA_DIR: dir, EMBEDDING_WORKERS: '1' });
  app = await openApp(config, { trustedHosts: [server.host] });
  first = await rilis('ingest', '--json', ...addresses(), 'http://169.254.169.254/');
});
afterAll(async () => {
  await app.close();
  await server.close();
  rmSync(dir, { recursive: true });
});

/** Runs a command on the app of this test. */
function rilis(...args: string[]): Promise<Ran> {
  return runCommand(args, {
    app: {
      ingest: (inputs, options) => app.ingest(inputs, options),
      show: (ref, revision) => app.show(ref, revision),
      revisions: (ref) => app.revisions(ref),
    },
  });
}

describe('rilis ingest with addresses', () => {
  it('takes in pages and feeds, tells what it could not, and finds them unchanged the second time', async () => {
    expect(first.code).toBe(0);
    const expected = {
      rejected: [
        { path: `${server.url}/umpan#2`, reason: 'has neither headline nor text: ingest the page itself' },
        { path: `${server.url}/hilang`, reason: 'answers with status 404: check the address' },
        {
          path: 'http://169.254.169.254/',
          reason: expect.stringMatching(/^is on a private network/) as string,
        },
      ],
      releases: 3,
    };
    expect(JSON.parse(first.stdout)).toMatchObject({ added: 3, updated: 0, unchanged: 0, ...expected });
    const again = await rilis('ingest', '--json', ...addresses(), 'http://169.254.169.254/');
    expect(JSON.parse(again.stdout)).toMatchObject({ added: 0, updated: 0, unchanged: 3, ...expected });
  });

  it('names a page by the address asked for and cites it there, whatever it says of itself', async () => {
    const ref = `${server.url}/dermaga`;
    const { stdout } = await rilis('show', '--json', ref);
    expect(JSON.parse(stdout)).toMatchObject({
      release: ref,
      url: ref,
      title: 'Dermaga baru',
      source: '127.0.0.1',
      text: 'Dermaga baru dibuka pada hari Senin oleh menteri perhubungan.',
    });
  });

  it('names an entry of a feed by its link, dated, with the feed as its source', async () => {
    const { stdout } = await rilis('show', '--json', `${server.url}/kabar/kapal`);
    expect(JSON.parse(stdout)).toMatchObject({
      title: 'Kapal tiba',
      source: 'Kabar Pelabuhan',
      date: '2024-05-27T17:07:04+07:00',
      url: `${server.url}/kabar/kapal`,
    });
  });

  it('reads a page in the encoding that it is served in', async () => {
    const { stdout } = await rilis('show', '--json', `${server.url}/zh`);
    expect(JSON.parse(stdout)).toMatchObject({
      lang: 'zh',
      text: '新码头于星期一开放，首艘客轮上午九时抵达。',
    });
  });
});

describe('a link that a member gives', () => {
  it('comes in under the prefix and with the source of who gave it', async () => {
    const kept: string[] = [];
    const summary = await app.ingestDocument(
      { kind: 'link', url: `${server.url}/dermaga.html` },
      { source: 'Server satu', refPrefix: 'guild/1/', onKept: (ref) => kept.push(ref) },
    );
    expect(summary).toMatchObject({ added: 1, rejected: [], releases: 4 });
    expect(kept).toEqual([`guild/1/${server.url}/dermaga.html`]);
    expect(await app.show(kept[0] ?? '')).toMatchObject({
      source: 'Server satu',
      url: `${server.url}/dermaga.html`,
    });
  });
});

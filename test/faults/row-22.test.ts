import type { ServerResponse } from 'node:http';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readReleases } from '../../src/ingest/read.ts';
import type { Read } from '../../src/ingest/release.ts';
import { fetchPage, type FetchOptions } from '../../src/ingest/web/fetch.ts';
import { startWebServer, type WebServer } from '../support/web-server.ts';

const PAGE = '<!doctype html><title>Judul</title><p>Pelabuhan baru dibuka pada hari Senin.</p>';
const LOOPBACK = { address: '127.0.0.1', family: 4 };

let server: WebServer;
let routes: Record<string, (response: ServerResponse) => void>;

beforeEach(async () => {
  routes = { '/page': (response) => response.setHeader('content-type', 'text/html').end(PAGE) };
  server = await startWebServer((request, response) => {
    const route = routes[request.url ?? ''];
    if (route === undefined) response.writeHead(404).end();
    else route(response);
  });
});

afterEach(() => server.close());

/** What comes of an address: `read`, or why not. */
async function outcome(address: string, options: FetchOptions = {}): Promise<string> {
  const page = await fetchPage({ address }, options);
  return 'fault' in page ? page.fault : 'read';
}

const trusting = (options: FetchOptions = {}): FetchOptions => ({ trustedHosts: [server.host], ...options });

function redirect(to: string, status = 302): (response: ServerResponse) => void {
  return (response) => response.writeHead(status, { location: to }).end();
}

describe('row 22: an address that a stranger gives', () => {
  it.for([
    'http://127.0.0.1/',
    'http://[::1]/',
    'http://[::ffff:10.0.0.1]/',
    'http://[::ffff:127.0.0.1]/',
    'http://[64:ff9b::7f00:1]/',
    'http://[fd12:3456::1]/',
    'http://[fe80::1]/',
    'http://169.254.169.254/latest/meta-data/',
    'http://2130706433/',
    'http://0x7f000001/',
    'http://017700000001/',
    'http://127.1/',
    'http://0.0.0.0/',
    'http://10.0.0.1/',
    'http://172.16.0.1/',
    'http://192.168.0.1/',
    'http://100.64.0.1/',
    'http://224.0.0.1/',
    'https://127.0.0.1/',
  ])('%s is refused, as it is no place of the public web', async (address) => {
    expect(await outcome(address)).toMatch(/^is on a private network .*: only the public web is fetched/);
  });

  it.for(['file:///etc/passwd', 'ftp://x.example/a', 'gopher://x.example/', 'data:text/html,x'])(
    '%s is refused, as it is no web page',
    async (address) => {
      expect(await outcome(address)).toMatch(/^is a \w+: address: only http: and https: are fetched$/);
    },
  );

  it('a port that is not the web’s own is refused, and nothing connects to it', async () => {
    expect(await outcome(`${server.url}/page`)).toMatch(/^is on port \d+: only 80 and 443 are fetched/);
    expect(server.connections()).toBe(0);
  });

  it('user names and passwords in it are refused, and not repeated', async () => {
    const reads: Read[] = [];
    for await (const read of readReleases(['https://user:secret@x.example/'], { maxBytes: 1000 }))
      reads.push(read);
    expect(reads).toMatchObject([
      {
        kind: 'rejected',
        path: 'https://x.example/',
        reason: expect.stringMatching(/^has a user name/) as string,
      },
    ]);
    expect(JSON.stringify(reads)).not.toContain('secret');
  });

  it('one trusted host and port is fetched from, another port of it is not', async () => {
    expect(await outcome(`${server.url}/page`, trusting())).toBe('read');
    expect(await outcome('http://127.0.0.1/page', trusting())).toMatch(/private network/);
  });

  it.for(['http://127.0.0.1/', 'http://[::ffff:a00:1]/', 'http://169.254.169.254/', 'file:///etc/passwd'])(
    'a redirect to %s is refused like the address itself',
    async (target) => {
      routes['/'] = redirect(target);
      expect(await outcome(`${server.url}/`, trusting())).toMatch(
        /only the public web is fetched|only http: and https: are fetched/,
      );
      expect(server.requests).toEqual(['/']);
    },
  );

  it('three redirects are followed, a fourth is not', async () => {
    for (const n of [1, 2, 3]) routes[`/${n}`] = redirect(n === 1 ? '/page' : `/${n - 1}`);
    routes['/4'] = redirect('/3');
    expect(await outcome(`${server.url}/3`, trusting())).toBe('read');
    expect(await outcome(`${server.url}/4`, trusting())).toMatch(/^redirects more than 3 times/);
  });

  it('a name is refused when any of its addresses is private', async () => {
    const resolve = () => Promise.resolve([{ address: '93.184.216.34', family: 4 }, LOOPBACK]);
    expect(await outcome('http://both.example/', { resolve })).toMatch(/both\.example \(127\.0\.0\.1\)/);
  });

  it('a name that turns private between two hops is refused at the second', async () => {
    let lookups = 0;
    const [, port = ''] = server.host.split(':');
    routes['/'] = redirect('http://rebind.example/page');
    const page = await outcome(`http://rebind.example:${port}/`, {
      trustedHosts: [`rebind.example:${port}`],
      resolve: () => {
        lookups++;
        return Promise.resolve([LOOPBACK]);
      },
    });
    expect(page).toMatch(/rebind\.example \(127\.0\.0\.1\) is not public/);
    expect(lookups).toBe(2);
    expect(server.requests).toEqual(['/']);
  });

  it('a name is looked up once: what was checked is what is connected to', async () => {
    const [, port = ''] = server.host.split(':');
    const answers = [[LOOPBACK], [{ address: '127.0.0.2', family: 4 }]];
    const resolve = () => Promise.resolve(answers.shift() ?? []);
    const host = `once.example:${port}`;
    expect(await outcome(`http://${host}/page`, { trustedHosts: [host], resolve })).toBe('read');
    expect(answers).toHaveLength(1);
  });

  it('a gigabyte that streams is cut off at the limit', async () => {
    let sent = 0;
    routes['/endless'] = (response) => {
      const chunk = Buffer.alloc(64 * 1024, 'x');
      const more = (): void => {
        while (!response.destroyed && sent < 1e9 && response.write(chunk)) sent += chunk.length;
      };
      response.setHeader('content-type', 'text/plain').on('drain', more);
      more();
    };
    expect(await outcome(`${server.url}/endless`, trusting())).toMatch(/^has more than 5 MB/);
    expect(sent).toBeLessThan(50e6);
  });

  it('a server that sends a byte now and then is given up after the time that all may take', async () => {
    routes['/slow'] = (response) => {
      response.setHeader('content-type', 'text/plain');
      const timer = setInterval(() => response.write('x'), 20);
      response.on('close', () => {
        clearInterval(timer);
      });
    };
    routes['/silent'] = () => undefined;
    const options = trusting({ limits: { milliseconds: 300 } });
    expect(await outcome(`${server.url}/slow`, options)).toMatch(/^takes longer than 0\.3 s/);
    expect(await outcome(`${server.url}/silent`, options)).toMatch(/^takes longer than 0\.3 s/);
  });

  it.for([
    'image/png',
    'application/pdf',
    'application/zip',
    'application/octet-stream',
    'application/json',
    '',
  ])('content of the type "%s" is refused', async (type) => {
    routes['/file'] = (response) => response.setHeader('content-type', type).end('x');
    expect(await outcome(`${server.url}/file`, trusting())).toMatch(
      /^is of .*type.*: only pages, plain text/,
    );
  });

  it('an error page is no release', async () => {
    expect(await outcome(`${server.url}/gone`, trusting())).toBe(
      'answers with status 404: check the address',
    );
  });

  it('a host that does not exist, or accepts no connection, is told as such', async () => {
    const unknown = Object.assign(new Error('x'), { code: 'ENOTFOUND' });
    expect(await outcome('http://x.example/', { resolve: () => Promise.reject(unknown) })).toMatch(
      /^its host/,
    );
    const { host, url } = server;
    await server.close();
    expect(await outcome(`${url}/page`, { trustedHosts: [host] })).toMatch(/accepts no connection/);
  });
});

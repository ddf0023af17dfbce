// One page, text or feed of the public web, within limits. Addresses come from strangers.
import { fetch, type Agent, type Response } from 'undici';
import type { Fault } from '../draft.ts';
import { kindOfType, type Kind } from '../kinds.ts';
import { hostAndPort, openDispatcher, PrivateAddressError, type Resolve } from './dispatcher.ts';

export interface FetchLimits {
  /** Bytes of the page, unpacked. */
  readonly bytes: number;
  /** Milliseconds for all of it: names, connections, redirects, the last byte. */
  readonly milliseconds: number;
  readonly redirects: number;
}

const MEGABYTE = 1024 * 1024;
const LIMITS: FetchLimits = { bytes: 5 * MEGABYTE, milliseconds: 10_000, redirects: 3 };
/** The web's own ports: others belong to services that expect no strangers. */
const PORTS: ReadonlySet<string> = new Set(['', '80', '443']);
const ACCEPT =
  'text/html, application/rss+xml, application/atom+xml, application/xml, text/plain, text/markdown, application/x-ndjson';
const BY_HAND = 'save the page and ingest the file';

export interface FetchOptions {
  /**
   * `host:port`, exactly, that may be fetched from although it is private or on another port. For tests, which have
   * their servers on loopback; nothing that a member or a setting can reach fills it.
   */
  readonly trustedHosts?: readonly string[];
  /** Default: the system's resolver. */
  readonly resolve?: Resolve;
  /** Default: 5 MB, 10 s, 3 redirects. */
  readonly limits?: Partial<FetchLimits>;
}

export interface FetchRequest {
  readonly address: string;
  /** Hosts that alone may be fetched from, by https alone; default is any public one. */
  readonly onlyHosts?: readonly string[];
  /** What it holds, where that is known; else its content type tells, and other types are refused. */
  readonly kind?: Kind;
}

export interface Page {
  /** The address that it came from, after redirects. */
  readonly url: string;
  readonly contentType: string;
  readonly kind: Kind;
  readonly bytes: Buffer;
}

interface Errand extends FetchRequest {
  readonly trustedHosts: ReadonlySet<string>;
  readonly limits: FetchLimits;
  readonly dispatcher: Agent;
  readonly signal: AbortSignal;
}

/** Bytes of any document from outside that are read at most, however it comes. */
export const MAX_OUTSIDE_BYTES = LIMITS.bytes;

/**
 * Fetches what is at `address`, or says why not. Whom it connects to is checked at every hop, when the connection is
 * made; what comes is counted as it is unpacked, and the connection is cut when it is too much or takes too long.
 */
export async function fetchPage(request: FetchRequest, options: FetchOptions = {}): Promise<Page | Fault> {
  const limits = { ...LIMITS, ...options.limits };
  const trustedHosts = new Set(options.trustedHosts);
  const { resolve } = options;
  const dispatcher = openDispatcher({ trustedHosts, ...(resolve === undefined ? {} : { resolve }) });
  const signal = AbortSignal.timeout(limits.milliseconds);
  try {
    return await follow({ ...request, trustedHosts, limits, dispatcher, signal });
  } catch (error) {
    return { fault: explain(error, limits) };
  } finally {
    await dispatcher.destroy();
  }
}

async function follow(errand: Errand): Promise<Page | Fault> {
  let address = errand.address;
  for (let hop = 0; hop <= errand.limits.redirects; hop++) {
    const fault = refuse(address, errand);
    if (fault !== undefined) return { fault: hop === 0 ? fault : `leads on to a place that ${fault}` };
    const response = await fetch(address, {
      dispatcher: errand.dispatcher,
      signal: errand.signal,
      redirect: 'manual',
      headers: { accept: ACCEPT, 'user-agent': 'Rilis' },
    });
    const location = response.headers.get('location');
    if (response.status < 300 || response.status > 399 || location === null)
      return await receive(response, new URL(address), errand);
    await response.body?.cancel();
    address = URL.canParse(location, address) ? new URL(location, address).href : location;
  }
  return { fault: `redirects more than ${errand.limits.redirects} times: give the address that it ends at` };
}

/** Why nothing is fetched from there, whatever network it is on. */
function refuse(address: string, errand: Errand): string | undefined {
  if (!URL.canParse(address)) return 'is no address: give one that begins with https://';
  const url = new URL(address);
  if (url.protocol !== 'https:' && url.protocol !== 'http:')
    return `is a ${url.protocol} address: only http: and https: are fetched`;
  if (url.username !== '' || url.password !== '')
    return 'has a user name or password in it: give the address without, only public pages are fetched';
  return errand.trustedHosts.has(hostAndPort(url)) ? undefined : refuseHost(url, errand);
}

function refuseHost({ protocol, hostname, port }: URL, { onlyHosts }: Errand): string | undefined {
  if (onlyHosts !== undefined && !(onlyHosts.includes(hostname) && protocol === 'https:'))
    return `is not on ${onlyHosts.join(' or ')}: give it as a link instead`;
  return PORTS.has(port) ? undefined : `is on port ${port}: only 80 and 443 are fetched; ${BY_HAND}`;
}

async function receive(response: Response, url: URL, errand: Errand): Promise<Page | Fault> {
  if (!response.ok) return { fault: `answers with status ${response.status}: check the address` };
  const contentType = response.headers.get('content-type') ?? '';
  const kind = errand.kind ?? kindOfType(contentType, url.pathname);
  if (kind === undefined) {
    const type = contentType === '' ? 'of no stated type' : `of type ${contentType.slice(0, 60)}`;
    return { fault: `is ${type}: only pages, plain text, Markdown, JSON lines and feeds are read` };
  }
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of response.body ?? []) {
    length += (chunk as Uint8Array).length;
    if (length > errand.limits.bytes) return { fault: tooMuch(errand.limits) };
    chunks.push(Buffer.from(chunk as Uint8Array));
  }
  return { url: url.href, contentType, kind, bytes: Buffer.concat(chunks) };
}

function tooMuch({ bytes }: FetchLimits): string {
  return `has more than ${Number((bytes / MEGABYTE).toPrecision(3))} MB: ${BY_HAND}`;
}

const REASONS: Readonly<Record<string, string>> = {
  ENOTFOUND: 'its host is not known: check the address',
  ECONNREFUSED: 'its host accepts no connection: try again later',
};

function explain(error: unknown, limits: FetchLimits): string {
  const reason = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  if (!(reason instanceof Error)) return `can't be fetched: ${BY_HAND}`;
  if (reason.name === 'TimeoutError')
    return `takes longer than ${limits.milliseconds / 1000} s: try again later, or ${BY_HAND}`;
  if (reason instanceof PrivateAddressError)
    return `is on a private network (${reason.message}): only the public web is fetched; ${BY_HAND}`;
  const code = (reason as NodeJS.ErrnoException).code ?? reason.message.slice(0, 80);
  return REASONS[code] ?? `can't be fetched (${code}): try again later, or ${BY_HAND}`;
}

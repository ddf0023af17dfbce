// One document that somebody hands over, or points at: strangers' bytes, so its kind is checked before it is read.
import type { ReleaseRef } from '../domain/release.ts';
import { readDocument } from './document.ts';
import type { Fault } from './draft.ts';
import { EXTENSIONS, kindOfName, type Kind } from './kinds.ts';
import { readLink } from './link.ts';
import { rejected, sourceName, type Read } from './release.ts';
import { fetchPage, MAX_OUTSIDE_BYTES, type FetchOptions } from './web/fetch.ts';

/** Where Discord keeps attachments. */
const ATTACHMENT_HOSTS = ['cdn.discordapp.com', 'media.discordapp.net'];
const MEGABYTE = 1024 * 1024;

/** A document from outside. Whatever it is called, it is read only if its bytes are text. */
export type GivenDocument =
  | {
      /** Handed over as it is. */
      readonly kind: 'bytes';
      /** Its extension tells the format; the name becomes the ref, after the prefix. */
      readonly name: string;
      readonly bytes: Uint8Array;
    }
  | {
      /** An attachment of a Discord message or command: fetched from Discord's CDN and from nowhere else. */
      readonly kind: 'attachment';
      /** Its extension tells the format; the name becomes the ref, after the prefix. */
      readonly name: string;
      readonly url: string;
      /** Bytes that Discord declares; too many are refused without fetching. */
      readonly size: number;
    }
  | {
      /** A page, text or feed of the public web; the address, without its fragment, becomes the ref. */
      readonly kind: 'link';
      readonly url: string;
    };

/** What everything of the document is kept as. */
export interface Provenance {
  /** Becomes the source of every release of it, whatever it says of itself. */
  readonly source?: string;
  /**
   * Stands before every ref, as in `guild/1234/`: without one, a document may replace any release of the index by
   * giving itself its ref.
   */
  readonly refPrefix?: ReleaseRef;
}

export interface GivenOptions {
  /** Bytes above which it is rejected, if that is less than what is read from outside at all. */
  readonly maxBytes: number;
  readonly fetching?: FetchOptions;
}

/** The releases of a document, and why what is none was rejected. Never rejects for what the document is. */
export async function* readGiven(
  document: GivenDocument,
  provenance: Provenance,
  options: GivenOptions,
): AsyncGenerator<Read> {
  for await (const read of readAny(document, options)) {
    yield read.kind === 'rejected' ? read : { ...read, release: attribute(read.release, provenance) };
  }
}

function attribute<R extends { readonly ref: ReleaseRef; readonly source: string }>(
  release: R,
  { source, refPrefix = '' }: Provenance,
): R {
  return {
    ...release,
    ref: `${refPrefix}${release.ref}`,
    ...(source === undefined ? {} : { source: sourceName(source) }),
  };
}

async function* readAny(document: GivenDocument, options: GivenOptions): AsyncGenerator<Read> {
  if (document.kind === 'link') {
    yield* readLink(document.url, options, options.fetching);
    return;
  }
  const { name } = document;
  const kind = kindOfName(name);
  const bytes =
    kind === undefined
      ? { fault: `is of an unknown kind: ${EXTENSIONS} are read` }
      : await bytesOf(document, kind, options);
  if ('fault' in bytes) yield rejected(name, bytes.fault);
  else if (kind !== undefined) yield* readDocument({ path: name, ref: name, kind, bytes }, options);
}

/** The declared size is checked before anything is fetched, and what comes once more as it comes. */
async function bytesOf(
  document: Exclude<GivenDocument, { kind: 'link' }>,
  kind: Kind,
  { maxBytes, fetching }: GivenOptions,
): Promise<Buffer | Fault> {
  const most = Math.min(maxBytes, fetching?.limits?.bytes ?? MAX_OUTSIDE_BYTES);
  const size = document.kind === 'bytes' ? document.bytes.length : document.size;
  if (size > most) return { fault: `has ${inMegabytes(size)} MB: at most ${inMegabytes(most)} MB are read` };
  if (document.kind === 'bytes') return Buffer.from(document.bytes);
  const page = await fetchPage({ address: document.url, onlyHosts: ATTACHMENT_HOSTS, kind }, fetching);
  return 'fault' in page ? page : page.bytes;
}

function inMegabytes(bytes: number): string {
  return String(Number((bytes / MEGABYTE).toPrecision(3)));
}

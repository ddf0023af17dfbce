// One document that somebody hands over, or points at: strangers' bytes, so its kind is checked before it is read.
import type { ReleaseRef } from '../domain/release.ts';
import { readDocument } from './document.ts';
import { tooBig } from './find.ts';
import { EXTENSIONS, kindOfName } from './kinds.ts';
import { rejected, sourceName, type Read } from './release.ts';

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

export interface GivenLimits {
  readonly maxBytes: number;
}

/** The releases of a document, and why what is none was rejected. Never rejects for what the document is. */
export async function* readGiven(
  document: GivenDocument,
  provenance: Provenance,
  limits: GivenLimits,
): AsyncGenerator<Read> {
  for await (const read of readAny(document, limits)) {
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

async function* readAny(document: GivenDocument, limits: GivenLimits): AsyncGenerator<Read> {
  if (document.kind !== 'bytes') {
    yield rejected(
      document.url,
      "addresses can't be fetched yet: save the page as .html and ingest the file",
    );
    return;
  }
  const { name } = document;
  const kind = kindOfName(name);
  if (kind === undefined) {
    yield rejected(name, `is of an unknown kind: ${EXTENSIONS} are read`);
  } else if (document.bytes.length > limits.maxBytes) {
    yield rejected(name, tooBig(document.bytes.length, limits.maxBytes));
  } else {
    yield* readDocument({ path: name, ref: name, kind, bytes: Buffer.from(document.bytes) }, limits);
  }
}

// A page, text or feed of the web to the releases that it holds.
import { canonicalize } from '../text/normalize.ts';
import { readDocument, type DocumentLimits } from './document.ts';
import { charsetOf } from './kinds.ts';
import { rejected, type Read } from './release.ts';
import { fetchPage, type FetchOptions } from './web/fetch.ts';

/** Whether an input is meant as an address: it has a scheme. One letter is a drive. */
export function isAddress(input: string): boolean {
  return /^(?:[a-z][a-z0-9+.-]+:\/\/|(?:file|data|javascript):)/i.test(input);
}

/** The address asked for, without its fragment: under this name a page is kept, wherever it redirects to. */
export function refOfAddress(address: string): string {
  if (!URL.canParse(address)) return address;
  const url = new URL(address);
  url.hash = '';
  return url.href;
}

/**
 * Fetches `address` and reads it by its content type. A page is cited by the address asked for, whatever it says of
 * itself: it might name another's.
 */
export async function* readLink(
  address: string,
  limits: DocumentLimits,
  fetching?: FetchOptions,
): AsyncGenerator<Read> {
  const page = await fetchPage({ address }, fetching);
  if ('fault' in page) {
    yield rejected(withoutSecrets(address), page.fault);
    return;
  }
  const ref = refOfAddress(address);
  const { kind, bytes, contentType, url } = page;
  const charset = charsetOf(contentType);
  yield* readDocument(
    {
      path: ref,
      ref: canonicalize(ref),
      kind,
      bytes,
      found: { url: ref, base: url },
      ...(charset === undefined ? {} : { charset }),
    },
    limits,
  );
}

/** What is told of an address tells no password. */
function withoutSecrets(address: string): string {
  if (!URL.canParse(address)) return address;
  const url = new URL(address);
  if (url.username === '' && url.password === '') return address;
  url.username = '';
  url.password = '';
  return url.href;
}

// From a draft to a release: its name, revision, date, language and outline. Pure.
import { createHash } from 'node:crypto';
import type { Release, ReleaseRef } from '../domain/release.ts';
import { detectLanguage } from '../text/language.ts';
import { canonicalize } from '../text/normalize.ts';
import { readDate } from './dates.ts';
import type { Draft } from './draft.ts';
import { outlineOf } from './outline.ts';

/** What came of one file, page, line or entry. */
export type Read =
  | { readonly kind: 'release'; readonly path: string; readonly release: Release }
  | {
      readonly kind: 'rejected';
      /**
       * The path or address as given or found; with the line for a line of a `.jsonl` file, `file.jsonl:12`, and with
       * the number for an entry of a feed, `feed.xml#3`.
       */
      readonly path: string;
      /** What is wrong and what to do about it. */
      readonly reason: string;
    };

export function rejected(where: string, reason: string): Read {
  return { kind: 'rejected', path: where, reason };
}

export function releaseOf(ref: ReleaseRef, draft: Draft): Release {
  const { title, text, headings } = draft;
  const publishedAt = draft.date === undefined ? undefined : readDate(draft.date);
  const url = webAddress(draft.url);
  return {
    ref,
    revision: createHash('sha256').update(`${title}\n${text}`).digest('hex'),
    title,
    ...(publishedAt === undefined ? {} : { publishedAt }),
    source: sourceName(draft.source ?? ''),
    language: declaredLanguage(draft.language) ?? detectLanguage(`${title}\n${text}`),
    ...(url === undefined ? {} : { url }),
    text,
    outline: outlineOf(text, headings),
  };
}

/** The name of an issuer on one line. */
export function sourceName(written: string): string {
  return canonicalize(written).replace(/\s+/g, ' ').trim();
}

/** Citations link to it: nothing but the web's own addresses. */
function webAddress(written: string | undefined): string | undefined {
  const address = written?.trim();
  return address !== undefined && URL.canParse(address) && /^https?:/i.test(address) ? address : undefined;
}

const LANGUAGE_NAMES: Readonly<Record<string, string>> = {
  in: 'id',
  ind: 'id',
  eng: 'en',
  cmn: 'zh',
  zho: 'zh',
  chi: 'zh',
};

function declaredLanguage(tag: string | undefined): string | undefined {
  const primary = /^\s*([a-z]{2,3})(?:[-_]|\s*$)/i.exec(tag ?? '')?.[1]?.toLowerCase();
  return primary === undefined ? undefined : (LANGUAGE_NAMES[primary] ?? primary);
}

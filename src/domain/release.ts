// A press release as it was read, and its short form for citations. Pure.
import type { Outline } from './outline.ts';

/** The release's own identity: an external id, a URL, or the file's path below the folder ingested. */
export type ReleaseRef = string;

/** ISO 639-1 code, or `und` where the language could not be told. */
export type Language = string;

/** What a citation says about a release. */
export interface ReleaseHeader {
  readonly ref: ReleaseRef;
  /** SHA-256 of title and text, hexadecimal. */
  readonly revision: string;
  /** The store's number of this revision, from 1; absent before it is kept. */
  readonly number?: number;
  readonly title: string;
  /**
   * ISO 8601 as the release gives it: `2024-05-27`, `2024-05-27T17:07:04`, or with an offset. Its first ten
   * characters are the calendar day where the release was published; filters by date compare that day.
   */
  readonly publishedAt?: string;
  /** Who issued it, as given or derived from where it came; may be empty. */
  readonly source: string;
  readonly language: Language;
  readonly url?: string;
}

export interface Release extends ReleaseHeader {
  /** The canonical body: NFC, `\n` line ends. The headline is not part of it. All spans count in this string. */
  readonly text: string;
  readonly outline: Outline;
}

/** The citation part of a release. */
export function headerOf(release: Release): ReleaseHeader {
  const { ref, revision, number, title, publishedAt, source, language, url } = release;
  return {
    ref,
    revision,
    ...(number === undefined ? {} : { number }),
    title,
    ...(publishedAt === undefined ? {} : { publishedAt }),
    source,
    language,
    ...(url === undefined ? {} : { url }),
  };
}

/** The calendar day of publication as `YYYY-MM-DD`. */
export function publicationDay(header: ReleaseHeader): string | undefined {
  return header.publishedAt?.slice(0, 10);
}

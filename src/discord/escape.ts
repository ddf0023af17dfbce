// Release text as Discord shows it literally, and back. Pure.

/** All that Discord's Markdown, mentions, timestamps and auto-links begin with; a backslash before it makes it plain. */
const SIGNIFICANT = /[\\*_~`|<>#[\]()@:\-+.!]/g;
const ESCAPED = /\\([\\*_~`|<>#[\]()@:\-+.!])/g;

/** Characters that reorder or hide what stands around them: bidirectional controls, zero-width ones, tags. */
const UNSEEN =
  /[\u00AD\u061C\u200B-\u200F\u202A-\u202E\u2060-\u2064\u2066-\u206F\uFEFF\u{E0000}-\u{E007F}]/gu;
/** More marks than this on one letter are a flood, not a script. */
const MARK_FLOOD = /(\p{M}{4})\p{M}+/gu;

/** What is shown of `text`: the same words, without characters that deceive the eye. The stored text stays as it is. */
export function displayText(text: string): string {
  return text.toWellFormed().replace(UNSEEN, '').replace(MARK_FLOOD, '$1');
}

/** `text` with every sign that Discord would act on made plain. `unescapeMarkdown` gives it back exactly. */
export function escapeMarkdown(text: string): string {
  return text.replace(SIGNIFICANT, '\\$&');
}

export function unescapeMarkdown(text: string): string {
  return text.replace(ESCAPED, '$1');
}

/** Every line of already escaped text as a block quote; `>>> ` would swallow what follows. */
export function blockQuote(escaped: string): string {
  return escaped
    .split('\n')
    .map((line) => `> ${line}`)
    .join('\n');
}

/** The longest start of `text` of at most `length` UTF-16 units that ends between two graphemes. */
export function cutGraphemes(text: string, length: number): string {
  if (text.length <= length) return text;
  let end = 0;
  // The segmenter slows down on long strings: it sees only as much as can be kept, and one cluster more.
  for (const { segment } of new Intl.Segmenter().segment(text.slice(0, length + 32))) {
    if (end + segment.length > length) break;
    end += segment.length;
  }
  return text.slice(0, end);
}

/** Discord's limit for the URL of a button. */
const MAX_URL = 512;

export interface SafeLink {
  readonly href: string;
  /** In ASCII, so that a look-alike name shows what it is. */
  readonly host: string;
}

/** A citation's link where it is fit to be pressed: https, no user in it, short enough. */
export function safeLink(url: string | undefined): SafeLink | undefined {
  if (url === undefined || !URL.canParse(url)) return undefined;
  const { protocol, username, password, href, host } = new URL(url);
  if (protocol !== 'https:' || username !== '' || password !== '') return undefined;
  const encoded = href.replaceAll('(', '%28').replaceAll(')', '%29');
  return encoded.length > MAX_URL ? undefined : { href: encoded, host };
}

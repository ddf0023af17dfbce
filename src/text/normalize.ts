// Makes text canonical, once, when it is read. Pure.

/** C0 controls but tab and line feed: no text means them, and terminals obey some of them. */
// eslint-disable-next-line no-control-regex -- they are what is searched for
const CONTROLS = /[\u0000-\u0008\u000B\u000C\u000E-\u001F]/g;
const LONE_SURROGATES = /\p{Surrogate}/gu;
const LEADING_MARKS = /^\uFEFF+/;

/**
 * The canonical form in which every text is stored and in which all spans count: NFC, `\n` line ends, no byte order
 * mark, no C0 controls but tab and line feed, U+FFFD for lone surrogates.
 *
 * Invariant: text that is in this form already comes back unchanged, white space, soft hyphens and zero-width
 * characters included; so does everything this function has returned.
 */
export function canonicalize(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(CONTROLS, '')
    .replace(LEADING_MARKS, '')
    .replace(LONE_SURROGATES, '\uFFFD')
    .normalize('NFC');
}

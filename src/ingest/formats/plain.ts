// Plain text: headline, blank line, timestamp, blank line, paragraphs. Pure.
import { canonicalize } from '../../text/normalize.ts';
import { simplify } from '../../text/simplified.ts';
import { readDate } from '../dates.ts';
import { withoutBlankEnds, type Draft } from '../draft.ts';

/** UTF-16 units; a longer first line is a paragraph of a text that has no headline. */
const MAX_HEADLINE = 300;

const INDONESIAN = '(?:siaran|rilis|keterangan|pernyataan)';
const CORRECTING = '(?:ralat|koreksi|pembetulan|correction(?: (?:to|of))?)';
const ENGLISH = '(?:press|news|media) (?:release|statement)';
/** What a letterhead says above the headline: what kind of text it is, and its number. */
const LETTERHEAD = new RegExp(
  `^(?:(?:${CORRECTING} )?${INDONESIAN}(?: (?:pers|media))?|(?:${CORRECTING} )?${ENGLISH}|for immediate release|untuk segera disiarkan|新闻稿|新闻通稿|即时发布)$`,
  'i',
);
/** The same with who issued it; a headline may begin so, but no number follows that. */
const ISSUED = new RegExp(
  `^(?:${INDONESIAN} (?:pers|media)|${ENGLISH}(?: of| from| by)?) (?<issuer>.+)$`,
  'i',
);
const CORRECTION = new RegExp(`^${CORRECTING}\\b`, 'i');
const NUMBER = /^(?:nomor|no|number|ref)\b\.?\s*[:：]?\s*\S*\d/i;

/** The headline is empty where the text begins with a timestamp or with a paragraph instead of one. */
export function readPlain(content: string): Draft {
  const text = canonicalize(content).replace(/^\s*\n/, '');
  const { lines, ...letterhead } = withoutLetterhead(text.split('\n'));
  const headEnd = lines.findIndex((line) => line.trim() === '');
  const head = headEnd === -1 ? lines : lines.slice(0, headEnd);
  const next = lines.findIndex((line, i) => i > head.length && line.trim() !== '');
  const dateBelow = next === -1 ? undefined : readDate(lines[next] ?? '');
  if (dateBelow !== undefined) {
    return draft({ ...letterhead, title: head.join(' '), date: dateBelow, body: lines.slice(next + 1) });
  }
  const dateInHead = readDate(head[1] ?? '');
  return dateInHead === undefined
    ? draft({ ...letterhead, title: head[0] ?? '', body: lines.slice(1) })
    : draft({ ...letterhead, title: head[0] ?? '', date: dateInHead, body: lines.slice(2) });
}

interface Letterhead {
  /** Lines that the text keeps: the number, and that it is a correction. */
  readonly above: readonly string[];
  readonly issuer?: string | undefined;
}

interface Headed extends Letterhead {
  /** From the headline on. */
  readonly lines: readonly string[];
}

/** A letterhead is no headline. Where nothing but one is there, it stays. */
function withoutLetterhead(lines: readonly string[]): Headed {
  const issuer = issuerOf(lines);
  if (issuer === undefined && !isLetterhead(lines[0] ?? '')) return { lines, above: [] };
  const isAbove = (line: string, i: number): boolean =>
    i === 0 || line.trim() === '' || isLetterhead(line) || NUMBER.test(line.trim());
  const first = lines.findIndex((line, i) => !isAbove(line, i));
  if (first === -1 || (isCorrection(lines[0]) && isSentence(lines[first]))) return { lines, above: [] };
  const above = lines.slice(0, first).filter((line) => NUMBER.test(line.trim()) || isCorrection(line));
  return { lines: lines.slice(first), above, issuer };
}

/** "Ralat siaran pers" above a text that has no other headline is one. */
function isCorrection(line = ''): boolean {
  return CORRECTION.test(line.trim());
}

function isSentence(line = ''): boolean {
  return /[.。]\s*$/.test(line);
}

function isLetterhead(line: string): boolean {
  return LETTERHEAD.test(simplify(line.trim()));
}

function issuerOf([first = '', ...below]: readonly string[]): string | undefined {
  const next = below.find((line) => line.trim() !== '') ?? '';
  return NUMBER.test(next.trim()) ? ISSUED.exec(first.trim())?.groups?.['issuer'] : undefined;
}

interface Parts extends Letterhead {
  readonly title: string;
  readonly date?: string;
  readonly body: readonly string[];
}

function draft({ title, date, above, issuer, body }: Parts): Draft {
  const headline = title.replace(/\s+/g, ' ').trim();
  const missing = headline.length > MAX_HEADLINE || readDate(headline) !== undefined;
  const text = withoutBlankEnds(body.join('\n'));
  return {
    title: missing ? '' : headline,
    date,
    source: issuer,
    text: text === '' ? '' : [...above, text].join('\n\n'),
  };
}

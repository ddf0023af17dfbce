// Plain text: headline, blank line, timestamp, blank line, paragraphs. Pure.
import { canonicalize } from '../../text/normalize.ts';
import { readDate } from '../dates.ts';
import { withoutBlankEnds, type Draft } from '../draft.ts';

/** UTF-16 units; a longer first line is a paragraph of a text that has no headline. */
const MAX_HEADLINE = 300;

/** The headline is empty where the text begins with a timestamp or with a paragraph instead of one. */
export function readPlain(content: string): Draft {
  const text = canonicalize(content).replace(/^\s*\n/, '');
  const lines = text.split('\n');
  const headEnd = lines.findIndex((line) => line.trim() === '');
  const head = headEnd === -1 ? lines : lines.slice(0, headEnd);
  const next = lines.findIndex((line, i) => i > head.length && line.trim() !== '');
  const dateBelow = next === -1 ? undefined : readDate(lines[next] ?? '');
  if (dateBelow !== undefined) {
    return draft({ title: head.join(' '), date: dateBelow, body: lines.slice(next + 1) });
  }
  const dateInHead = readDate(head[1] ?? '');
  return dateInHead === undefined
    ? draft({ title: head[0] ?? '', body: lines.slice(1) })
    : draft({ title: head[0] ?? '', date: dateInHead, body: lines.slice(2) });
}

interface Parts {
  readonly title: string;
  readonly date?: string;
  readonly body: readonly string[];
}

function draft({ title, date, body }: Parts): Draft {
  const headline = title.replace(/\s+/g, ' ').trim();
  const missing = headline.length > MAX_HEADLINE || readDate(headline) !== undefined;
  return {
    title: missing ? '' : headline,
    date,
    text: withoutBlankEnds(body.join('\n')),
  };
}

// JSON lines: one release a line. Pure.
import { z } from 'zod';
import { sliceSpan } from '../../domain/span.ts';
import { canonicalize } from '../../text/normalize.ts';
import { splitSentences } from '../../text/sentences.ts';
import type { Draft, Fault } from '../draft.ts';

/** UTF-16 units of a first sentence that stand in for a missing headline, and of the text looked at for it. */
const MAX_TITLE = 120;
const TITLE_WINDOW = 600;

const optional = z.string().optional().catch(undefined);
const LINE = z.object({
  id: z.union([z.string().trim().min(1), z.number().transform(String)]),
  title: z.string().nullish(),
  date: optional,
  source: optional,
  url: optional,
  lang: optional,
  body: z.string().refine((body) => body.trim() !== ''),
});

const WANTED: Readonly<Record<string, string>> = {
  id: 'has no "id": give every release a name of its own',
  title: 'has a "title" that is no text',
  body: 'has no "body": give the text of the release',
};

/** The release of one line, and the name it gives itself. */
export function readJsonLine(line: string): { readonly id: string; readonly draft: Draft } | Fault {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch (error) {
    return { fault: `is no valid JSON (${(error as Error).message}): mend or remove the line` };
  }
  const result = LINE.safeParse(value);
  if (!result.success) {
    const field = String(result.error.issues[0]?.path[0] ?? '');
    return {
      fault: WANTED[field] ?? 'is no JSON object with "id", "title" and "body": mend or remove the line',
    };
  }
  return { id: canonicalize(result.data.id), draft: draftOf(result.data) };
}

function draftOf({ title, date, source, url, lang, body }: z.infer<typeof LINE>): Draft {
  const text = canonicalize(body);
  const headline = canonicalize(title ?? '')
    .replace(/\s+/g, ' ')
    .trim();
  return { title: headline === '' ? titleFrom(text) : headline, date, source, url, language: lang, text };
}

/** The start of the first sentence, cut at a word. */
function titleFrom(text: string): string {
  const opening = text.trimStart().slice(0, TITLE_WINDOW);
  const [first] = splitSentences(opening, { start: 0, end: opening.length });
  const sentence = first === undefined ? opening : sliceSpan(opening, first);
  const line = sentence.replace(/\s+/g, ' ').trim();
  if (line.length <= MAX_TITLE) return line;
  const cut = line.slice(0, MAX_TITLE - 1).replace(/[\uD800-\uDBFF]$/, '');
  return `${cut.replace(/\s+\S*$/, '')}…`;
}

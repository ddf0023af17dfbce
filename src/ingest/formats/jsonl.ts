// JSON lines: one release a line. Pure.
import { z } from 'zod';
import { canonicalize } from '../../text/normalize.ts';
import { titleFrom, type Draft, type Fault } from '../draft.ts';

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

// Floors under the answers to questions that lean on earlier ones. One ingest, every question with what was asked before and without.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { Answer, Quote } from '../../src/domain/answer.ts';
import { mean } from '../../src/eval/bootstrap.ts';
import { holdsAnswer } from '../../src/eval/metrics.ts';
import { OWN_RELEASES, OWN_SET } from '../../src/eval/sets.ts';
import { openWorkspace, type Workspace } from '../../src/eval/workspace.ts';

const texts = z.array(z.string().min(1)).min(1);
const ROW = z.strictObject({
  id: z.string(),
  lang: z.enum(['id', 'en', 'zh']),
  kind: z.enum(['point', 'asking', 'another', 'leaning', 'alone']),
  earlier: texts,
  question: z.string().min(1),
  answers: texts,
  passage_ids: texts,
  quotes: texts,
});
type Row = z.infer<typeof ROW>;

const rows = readFileSync(path.join(OWN_SET, 'follow-ups.jsonl'), 'utf8')
  .trim()
  .split('\n')
  .map((line) => ROW.parse(JSON.parse(line)));

interface Judged {
  readonly row: Row;
  /** Whether the first quote answers, and whether one of them does. */
  readonly first: boolean;
  readonly any: boolean;
  /** The same without what was asked before. */
  readonly aloneFirst: boolean;
  readonly completed: string | undefined;
}

let workspace: Workspace;
const judged: Judged[] = [];

function judge(row: Row, answer: Answer): Pick<Judged, 'first' | 'any'> {
  const right = ({ text, header }: Quote): boolean =>
    holdsAnswer(text, row.answers) && row.passage_ids.includes(header.ref);
  const quotes = answer.kind === 'answered' ? answer.quotes : [];
  return { first: quotes.slice(0, 1).some(right), any: quotes.some(right) };
}

beforeAll(async () => {
  workspace = await openWorkspace();
  const { app } = workspace;
  await app.ingest([OWN_RELEASES]);
  for (const row of rows) {
    const { question, earlier } = row;
    const { answer } = await app.ask({ question, earlier });
    const { answer: alone } = await app.ask({ question });
    const aloneFirst = judge(row, alone).first;
    judged.push({ row, ...judge(row, answer), aloneFirst, completed: answer.reading.completed });
  }
}, 240_000);

afterAll(async () => {
  await workspace.close();
});

const share = (of: (one: Judged) => boolean, kind?: Row['kind']): number =>
  mean(judged.filter(({ row }) => kind === undefined || row.kind === kind).map((one) => Number(of(one))));

describe('the follow-ups on the sample releases', () => {
  it('are of every kind in every language', () => {
    expect(rows.length).toBeGreaterThanOrEqual(50);
    const kinds = new Set(rows.map(({ kind, lang }) => `${kind} ${lang}`));
    expect(kinds.size).toBe(15);
    expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length);
  });

  it('are answered by quotes that stand word for word in their releases', async () => {
    for (const { id, passage_ids: refs, quotes, answers } of rows) {
      const releases = await Promise.all(refs.map((ref) => workspace.app.show(ref)));
      expect(
        quotes.filter((quote) => !releases.some((release) => release?.text.includes(quote) === true)),
        id,
      ).toEqual([]);
      expect(
        quotes.some((quote) => holdsAnswer(quote, answers)),
        id,
      ).toBe(true);
    }
  });
});

describe('answers to follow-ups', () => {
  it('give the very point that is asked for', () => {
    expect(share(({ first }) => first, 'point')).toBe(1);
  });

  it('say when and where that was which the points were made at', () => {
    expect(share(({ first }) => first, 'asking')).toBeGreaterThanOrEqual(0.8);
  });

  it('are right far more often than without what was asked before', () => {
    expect(share(({ first }) => first)).toBeGreaterThanOrEqual(0.78);
    expect(share(({ any }) => any)).toBeGreaterThanOrEqual(0.86);
    expect(share(({ aloneFirst }) => aloneFirst)).toBeLessThan(0.5);
  });

  it('never lose what stands alone, and then say of no other reading', () => {
    const alone = judged.filter(({ row }) => row.kind === 'alone');
    expect(alone.filter(({ first, aloneFirst }) => first !== aloneFirst)).toEqual([]);
    expect(alone.flatMap(({ completed }) => completed ?? [])).toEqual([]);
  });

  it('say as what they were read', () => {
    expect(share(({ completed }) => completed !== undefined, 'point')).toBe(1);
    expect(share(({ completed }) => completed !== undefined, 'asking')).toBeGreaterThan(0.9);
  });
});
